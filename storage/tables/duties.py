"""Who must do what by when."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from domain.duties import DutyState
from storage.tables.base import index_where, metadata, row_number, version
from storage.types import Moment, Subject, one_of

OPEN = "state = 'open'"

duties = Table(
    "duties",
    metadata,
    row_number(),
    Column("kind", String(64), nullable=False),
    Column("subject", Subject, nullable=False),
    Column("holder", String(64), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", one_of(DutyState), nullable=False),
    Column("closed_at", Moment),
    Column("step", Integer, nullable=False),
    Column("next_nudge_at", Moment),
    version(),
    # the tick's cost follows what is due, not what exists
    index_where("ix_duties_next_nudge", "next_nudge_at", where=OPEN),
    index_where("ix_duties_holder", "holder", "due_at", where=OPEN),
    index_where("uq_duties_open", "subject", "kind", "holder", where=OPEN, unique=True),
    sqlite_autoincrement=True,
)
