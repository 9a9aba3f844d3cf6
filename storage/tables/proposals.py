"""Draws that wait for somebody's confirmation."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from domain.audits.proposal import ProposalState
from storage.tables.base import metadata, person, row_number, version
from storage.types import Moment, one_of

proposals = Table(
    "proposals",
    metadata,
    row_number(),
    Column("programme", String(64), nullable=False),
    Column("occasion", String(96), nullable=False),
    Column("opens_on", Date, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("drawn", JSON, nullable=False),
    Column("pool_size", Integer, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("left_out", JSON, nullable=False),
    Column("state", one_of(ProposalState), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    person("decided_by", nullable=True),
    Column("decided_at", Moment),
    Column("theme", Text, nullable=False, server_default=""),
    Column("template", Text, nullable=False, server_default=""),
    version(),
    UniqueConstraint("programme", "occasion"),
    sqlite_autoincrement=True,
)
