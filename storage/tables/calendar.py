"""What came round in the council's calendar, and what became of it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, String, Table, UniqueConstraint

from domain.calendar.occurrence import OccurrenceState
from storage.tables.base import index_where, metadata, person, row_number, version
from storage.types import Moment, SealedText, one_of

occurrences = Table(
    "occurrences",
    metadata,
    row_number(),
    Column("entry", String(80), nullable=False),
    Column("period", Date, nullable=False),
    Column("slot", String(64), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("state", one_of(OccurrenceState), nullable=False),
    person("started_by", nullable=True),
    Column("about", SealedText, nullable=False),
    Column("unheld", Boolean, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("notes", SealedText, nullable=False),
    Column("evidence", SealedText, nullable=False),
    Column("reason", SealedText, nullable=False),
    person("done_by", nullable=True),
    Column("done_at", Moment),
    person("passed_by", nullable=True),
    Column("passed_at", Moment),
    version(),
    # what the calendar brings comes once, whoever looks how often
    UniqueConstraint("entry", "period", "slot"),
    Index(None, "due_on"),
    index_where("ix_occurrences_unheld", "entry", where="unheld"),
    index_where("ix_occurrences_passing", "done_by", where="state = 'passing'"),
    sqlite_autoincrement=True,
)

last_looks = Table(
    "last_looks",
    metadata,
    Column("what", String(64), primary_key=True),
    Column("day", Date, nullable=False),
)
"""When the clock last went through something: after an outage it goes on from there."""
