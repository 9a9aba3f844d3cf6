"""Standing reminders: each step of each for one person once for ever."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table

from storage.tables.base import index_where, metadata, person, row_number
from storage.types import Moment, SealedText, Subject

standing_nudges = Table(
    "standing_nudges",
    metadata,
    row_number(),
    Column("rule", String(64), nullable=False),
    Column("slot", String(80), nullable=False),
    Column("step", Integer, nullable=False),
    person("recipient"),
    Column("send_on", Date, nullable=False),
    Column("about", Subject),
    Column("sent_at", Moment),
    Column("ticked_at", Moment),
    Column("words", SealedText, nullable=False),
    Index("uq_standing_nudges_step", "rule", "slot", "step", "recipient", unique=True),
    index_where("ix_standing_nudges_waiting", "send_on", where="sent_at IS NULL"),
    sqlite_autoincrement=True,
)
