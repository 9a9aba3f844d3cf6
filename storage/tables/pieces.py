"""Pieces of learning that were put on record by hand."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table

from domain.quotas.piece import Company
from storage.tables.base import metadata, person, row_number
from storage.types import Moment, SealedText, one_of

pieces = Table(
    "pieces",
    metadata,
    row_number(),
    person("person_id"),
    Column("part", String(64), nullable=False),
    Column("done_on", Date, nullable=False),
    Column("company", one_of(Company), nullable=False),
    Column("form", SealedText, nullable=False),
    Column("findings", SealedText, nullable=False),
    person("recorded_by"),
    Column("recorded_at", Moment, nullable=False),
    Index(None, "person_id", "done_on"),
    sqlite_autoincrement=True,
)
