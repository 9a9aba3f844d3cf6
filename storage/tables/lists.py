"""Lists that coordinators dropped into their chat."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from domain.lists.dropped import ListKind
from storage.tables.base import metadata, person, row_number
from storage.types import Moment, SealedText, one_of

dropped_files = Table(
    "dropped_files",
    metadata,
    row_number(),
    person("person_id"),
    Column("kind", one_of(ListKind), nullable=False),
    Column("data", SealedText, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("at", Moment, nullable=False, index=True),
    sqlite_autoincrement=True,
)
