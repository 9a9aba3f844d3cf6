"""What is audited: records by reference (E-11), and what stands beside them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from domain.cases.case import CaseKind
from storage.tables.base import index_where, metadata, row_number
from storage.types import Moment, one_of

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
    Column("kind", one_of(CaseKind), nullable=False, server_default="record"),
    Column("records", JSON, nullable=False, server_default="[]"),
    index_where("ix_cases_beside", "ref", where="kind <> 'record'"),
)

case_events = Table(
    "case_events",
    metadata,
    row_number(),
    Column("kind", String(64), nullable=False),
    Column("case_ref", String(64), ForeignKey("cases.ref"), nullable=False),
    Column("noticed_on", Date, nullable=False),
    Column("done_at", Moment),
    # a list that is imported twice tells nothing new
    UniqueConstraint("kind", "case_ref", "noticed_on"),
    index_where("ix_case_events_waiting", "id", where="done_at IS NULL"),
    sqlite_autoincrement=True,
)
