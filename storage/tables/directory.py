"""One row: a stamp that is new after every write to the staff list, whoever writes."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from storage.tables.base import metadata

# triggers change the stamp with every write to people and absences, in the same transaction
directory = Table(
    "directory",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("stamp", String(32), nullable=False),
)
