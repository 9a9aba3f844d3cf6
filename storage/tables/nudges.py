"""Which steps of which duties were told to whom: each once for ever."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, false

from domain.nudges.steps import StepKind
from storage.tables.base import index_where, metadata, part_of, person
from storage.types import one_of

PUT_OFF = "put_off"

nudges = Table(
    "nudges",
    metadata,
    part_of("duty_id", "duties.id"),
    Column("due_on", Date, nullable=False),
    Column("kind", one_of(StepKind), nullable=False),
    Column("days", Integer, nullable=False),
    person("recipient"),
    Column("day", Date, nullable=False),
    Column("put_off", Boolean, nullable=False, server_default=false()),
    # two replicas, or a restart between commit and send: a step is told once
    Index("uq_nudges_step", "duty_id", "due_on", "kind", "days", "recipient", unique=True),
    Index(None, "recipient", "day"),
    index_where("ix_nudges_put_off", "day", where=PUT_OFF),
)
