"""What is sent to be passed or returned, and its items."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table

from domain.approvals.approval import ApprovalState, ItemState
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, SealedText, one_of

approvals = Table(
    "approvals",
    metadata,
    row_number(),
    Column("rule", String(64), nullable=False),
    Column("slot", String(80), nullable=False),
    person("owner", nullable=True),
    Column("due_on", Date),
    Column("state", one_of(ApprovalState), nullable=False),
    person("sender", nullable=True),
    Column("begun_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("passed_at", Moment),
    Column("link", SealedText, nullable=False),
    version(),
    # the calendar asks for each once for ever, whichever replica looks first
    index_where("uq_approvals_slot", "rule", "slot", where="slot <> ''", unique=True),
    index_where("ix_approvals_live", "id", where="state IN ('asked', 'waiting', 'returned')"),
    sqlite_autoincrement=True,
)

approval_items = Table(
    "approval_items",
    metadata,
    row_number(),
    part_of("approval_id", "approvals.id"),
    Column("number", Integer, nullable=False),
    Column("name", String(300), nullable=False),
    Column("answers", SealedText, nullable=False),
    Column("state", one_of(ItemState), nullable=False),
    Column("level", Integer, nullable=False),
    person("decided_by", nullable=True),
    Column("decided_at", Moment),
    Column("reason", SealedText, nullable=False),
    Index("uq_approval_items_number", "approval_id", "number", unique=True),
)
