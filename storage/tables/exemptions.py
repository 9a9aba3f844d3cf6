"""Days in which somebody has no audit but those of one cycle."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table, UniqueConstraint

from storage.tables.base import metadata, part_of, person, row_number

exemptions = Table(
    "exemptions",
    metadata,
    row_number(),
    person("person_id"),
    part_of("cycle_id", "cycles.id"),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("noun", String(200), nullable=False),
    UniqueConstraint("cycle_id", "person_id"),
    Index(None, "last_day"),
)
