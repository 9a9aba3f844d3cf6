"""Alerts between professionals, who was told, and every step."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from domain.alerts.alert import AlertState, AlertStepKind, Outcome, Tone
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, Number, SealedText, one_of

alerts = Table(
    "alerts",
    metadata,
    row_number(),
    Column("rule", String(64), nullable=False),
    person("raised_by"),
    Column("begun_at", Moment, nullable=False),
    Column("state", one_of(AlertState), nullable=False),
    Column("tone", one_of(Tone), nullable=False),
    # none while somebody is still writing it, or where it is about no record
    Column("case_ref", String(64), ForeignKey("cases.ref")),
    Column("theme", String(300), nullable=False),
    Column("agency", SealedText, nullable=False),
    Column("concern", SealedText, nullable=False),
    Column("effect", SealedText, nullable=False),
    Column("level", Integer, nullable=False),
    Column("raised_at", Moment),
    Column("due_on", Date),
    Column("offered_at", Moment),
    Column("closed_at", Moment),
    Column("outcome", one_of(Outcome), nullable=False),
    version(),
    # the tick's cost follows what waits, not what exists
    index_where("ix_alerts_waiting", "due_on", where="state = 'waiting'"),
    index_where("ix_alerts_draft", "raised_by", where="state = 'draft'"),
    index_where("ix_alerts_raised_at", "raised_at", where="raised_at IS NOT NULL"),
    sqlite_autoincrement=True,
)

alert_parties = Table(
    "alert_parties",
    metadata,
    Column("alert_id", Number, ForeignKey("alerts.id"), primary_key=True, autoincrement=False),
    Column("person_id", String(64), ForeignKey("people.id"), primary_key=True),
    Index(None, "person_id"),
)

alert_steps = Table(
    "alert_steps",
    metadata,
    row_number(),
    part_of("alert_id", "alerts.id"),
    Column("kind", one_of(AlertStepKind), nullable=False),
    Column("level", Integer, nullable=False),
    person("person_id"),
    Column("at", Moment, nullable=False),
    Column("words", SealedText, nullable=False),
    Index(None, "alert_id"),
    sqlite_autoincrement=True,
)
