"""Which steps of which duties were told to whom: each once for ever."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, Table

from domain.nudges.steps import StepKind
from storage.tables.base import metadata, part_of, person
from storage.types import one_of

nudges = Table(
    "nudges",
    metadata,
    part_of("duty_id", "duties.id"),
    Column("due_on", Date, nullable=False),
    Column("kind", one_of(StepKind), nullable=False),
    Column("days", Integer, nullable=False),
    person("recipient"),
    Column("day", Date, nullable=False),
    # two replicas, or a restart between commit and send: a step is told once
    Index("uq_nudges_step", "duty_id", "due_on", "kind", "days", "recipient", unique=True),
    Index(None, "recipient", "day"),
)
