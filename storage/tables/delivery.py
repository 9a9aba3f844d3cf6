"""The outbox, the cards that stand in chats, and who sends: never a word of a person."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from domain.delivery.message import Doubt, MessageState
from storage.tables.base import index_where, metadata, part_of, row_number
from storage.types import Moment, Subject, one_of

deliveries = Table(
    "deliveries",
    metadata,
    row_number(),
    Column("kind", String(64), nullable=False),
    Column("subject", Subject, nullable=False, index=True),
    Column("recipient", String(64), nullable=False),
    Column("conversation_id", Text, nullable=False),
    Column("activity_id", Text, nullable=False),
    Column("sent_at", Moment, nullable=False),
    UniqueConstraint("conversation_id", "activity_id"),
    Index(None, "recipient", "kind", "id"),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    row_number(),
    # the occasion of a new card, for good; or the card to update, while the row still waits
    Column("dedup_key", Text, unique=True),
    Column("lane", SmallInteger, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("subject", Subject, nullable=False),
    Column("recipient", String(64), nullable=False),
    Column("doubt", one_of(Doubt), nullable=False),
    part_of("delivery_id", "deliveries.id", nullable=True),
    Column("state", one_of(MessageState), nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", Moment),
    Column("lease_token", String(32)),
    Column("repeat", Boolean, nullable=False),
    Column("error_class", String(64)),
    # since when the person has had what an update would show, as an answer to a press
    Column("shown_at", Moment),
    index_where("ix_outbox_waiting", "lane", "due_at", "id", where="state = 'waiting'"),
    index_where("ix_outbox_sending", "lease_until", where="state = 'sending'"),
    index_where("ix_outbox_unknown", "changed_at", where="state = 'unknown'"),
    index_where(
        "ix_outbox_in_line", "recipient", "lane", "id", where="state IN ('waiting', 'sending')"
    ),
    index_where("ix_outbox_dead", "recipient", where="state = 'dead'"),
    # none over the state alone: SQLite would take it in place of the partial ones, and sort
    Index(None, "subject", "recipient"),
    sqlite_autoincrement=True,
)

dispatchers = Table(
    "dispatchers",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("seen_at", Moment, nullable=False),
)
