"""The chain of what was done; rows are only ever added."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Integer, String, Table, UniqueConstraint

from storage.tables.base import metadata, row_number
from storage.types import Moment, Subject

trail = Table(
    "trail",
    metadata,
    row_number(),
    Column("subject", Subject, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(64), nullable=False),
    Column("details", JSON, nullable=False),
    Column("before", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    # two writers cannot both append the same link: one of them reads again
    UniqueConstraint("subject", "seq"),
)
