"""What people asked to have tried out, and what came of it."""

from __future__ import annotations

from sqlalchemy import Column, Date, Table

from storage.tables.base import index_where, metadata, person, row_number
from storage.types import Moment, SealedText

rehearsals = Table(
    "rehearsals",
    metadata,
    row_number(),
    person("asked_by"),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("done_at", Moment),
    # names and what each will be told: nobody reads that in the database
    Column("found", SealedText, nullable=False),
    index_where("ix_rehearsals_waiting", "id", where="done_at IS NULL"),
    sqlite_autoincrement=True,
)
