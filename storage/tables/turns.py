"""What a turn in a chat needs to be remembered."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from storage.tables.base import metadata
from storage.types import Moment, Number, Subject

inbox = Table(
    "inbox",
    metadata,
    Column("channel", String(64), primary_key=True),
    Column("conversation", Text, primary_key=True),
    Column("activity", Text, primary_key=True),
    Column("action", Text, primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
)

focuses = Table(
    "focuses",
    metadata,
    Column("person_id", String(64), primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("subject", Subject, nullable=False),
    Column("delivery_id", Number),
    Column("opened_at", Moment, nullable=False),
)
