"""Files that were offered in a chat: who was asked, and what became of it; never what is in one."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from domain.files.offer import OfferState
from storage.tables.base import metadata, person, row_number, version
from storage.types import Moment, SealedText, Subject, one_of

file_offers = Table(
    "file_offers",
    metadata,
    row_number(),
    person("person_id"),
    Column("kind", String(32), nullable=False),
    Column("about", Subject, nullable=False),
    Column("state", one_of(OfferState), nullable=False),
    Column("asked_at", Moment, nullable=False, index=True),
    Column("taken_at", Moment),
    Column("place", SealedText, nullable=False),
    version(),
    sqlite_autoincrement=True,
)
