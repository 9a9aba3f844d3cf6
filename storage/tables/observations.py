"""Observations, and the plans out of which they are assigned."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table, UniqueConstraint

from domain.observations.observation import ObservationState, PlanState
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, SealedText, one_of

observation_plans = Table(
    "observation_plans",
    metadata,
    row_number(),
    Column("rule", String(64), nullable=False),
    Column("period", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("theme", String(300), nullable=False),
    Column("state", one_of(PlanState), nullable=False),
    version(),
    UniqueConstraint("rule", "period"),
    sqlite_autoincrement=True,
)

observations = Table(
    "observations",
    metadata,
    row_number(),
    Column("rule", String(64), nullable=False),
    person("observer"),
    person("observed", nullable=True),
    Column("state", one_of(ObservationState), nullable=False),
    Column("period", Date, nullable=False),
    Column("slot", String(64), nullable=False),
    Column("due_on", Date),
    part_of("plan_id", "observation_plans.id", nullable=True),
    part_of("audit_id", "audits.id", nullable=True),
    Column("kind", String(160), nullable=False),
    Column("seen_on", Date),
    Column("answers", SealedText, nullable=False),
    Column("reason", SealedText, nullable=False),
    Column("comment", SealedText, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("returned_at", Moment),
    Column("read_at", Moment),
    version(),
    # what the council owes once in a period is opened once, whoever looks how often
    index_where("uq_observations_owed", "rule", "period", "slot", where="slot <> ''", unique=True),
    Index(None, "observer"),
    index_where("ix_observations_observed", "observed", where="observed IS NOT NULL"),
    index_where("ix_observations_plan_id", "plan_id", where="plan_id IS NOT NULL"),
    sqlite_autoincrement=True,
)
