"""Records, by reference only (E-11)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, String, Table, Text

from storage.tables.base import metadata

cases = Table(
    "cases",
    metadata,
    Column("ref", String(64), primary_key=True),
    Column("team", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("worker", String(64)),
    Column("iro", String(64)),
    Column("cp_chair", String(64)),
    Column("open", Boolean, nullable=False),
    Column("cared_for", Boolean, nullable=False),
    Column("opened_on", Date),
    Column("closed_on", Date),
    Column("last_supervision_on", Date),
)
