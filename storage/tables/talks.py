"""Talks, the family's part, new auditors' readers, and the monthly session."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from domain.talks.family import Agreed
from domain.talks.pairing import Reading
from domain.talks.session import Coming
from domain.talks.talk import Reply, TalkState
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, Moments, Number, SealedText, one_of

talks = Table(
    "talks",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    Column("key", String(64), nullable=False),
    Column("state", one_of(TalkState), nullable=False),
    version(),
    Column("starts_at", Moment),
    Column("minutes", Integer, nullable=False),
    person("booked_by", nullable=True),
    Column("held_on", Date),
    Column("took_part", JSON, nullable=False),
    Column("reason", String(64), nullable=False),
    Column("words", SealedText, nullable=False),
    UniqueConstraint("audit_id", "key"),
    sqlite_autoincrement=True,
)

talk_notes = Table(
    "talk_notes",
    metadata,
    Column("talk_id", Number, ForeignKey("talks.id"), primary_key=True, autoincrement=False),
    Column("prompt", String(16), primary_key=True),
    Column("words", SealedText, nullable=False),
)

talk_invitations = Table(
    "talk_invitations",
    metadata,
    row_number(),
    part_of("talk_id", "talks.id"),
    person("person_id"),
    version(),
    Column("reply", one_of(Reply), nullable=False),
    Column("times", Moments, nullable=False),
    Column("words", SealedText, nullable=False),
    UniqueConstraint("talk_id", "person_id"),
    sqlite_autoincrement=True,
)

talk_ticks = Table(
    "talk_ticks",
    metadata,
    Column("talk_id", Number, ForeignKey("talks.id"), primary_key=True, autoincrement=False),
    Column("seat_id", Number, ForeignKey("seats.id"), primary_key=True, autoincrement=False),
    person("holder"),
    Column("at", Moment, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    person("worker", nullable=True),
    version(),
    Column("asked_at", Moment, nullable=False),
    Column("agreed", one_of(Agreed), nullable=False),
    Column("asked", SealedText, nullable=False),
    Column("answered_on", Date),
    Column("chased", Integer, nullable=False),
    Column("next_chase_at", Moment),
    UniqueConstraint("audit_id"),
    # the tick's cost follows what is due, not what exists
    index_where("ix_consents_next_chase", "next_chase_at", where="next_chase_at IS NOT NULL"),
    sqlite_autoincrement=True,
)

family_entries = Table(
    "family_entries",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    version(),
    Column("heard", Boolean),
    Column("who", SealedText, nullable=False),
    Column("reason", String(64), nullable=False),
    Column("words", SealedText, nullable=False),
    person("noted_by", nullable=True),
    Column("noted_at", Moment),
    UniqueConstraint("audit_id"),
    sqlite_autoincrement=True,
)

pairings = Table(
    "pairings",
    metadata,
    row_number(),
    part_of("seat_id", "seats.id"),
    person("auditor"),
    person("helper"),
    version(),
    Column("reading", one_of(Reading), nullable=False),
    Column("words", SealedText, nullable=False),
    Column("read_at", Moment),
    UniqueConstraint("seat_id"),
    index_where("ix_pairings_open", "helper", where="reading <> 'fine'"),
    sqlite_autoincrement=True,
)

sessions = Table(
    "sessions",
    metadata,
    row_number(),
    Column("activity", String(64), nullable=False),
    Column("month", Date, nullable=False),
    version(),
    Column("starts_at", Moment),
    UniqueConstraint("activity", "month"),
    sqlite_autoincrement=True,
)

session_places = Table(
    "session_places",
    metadata,
    row_number(),
    part_of("session_id", "sessions.id"),
    person("person_id"),
    version(),
    Column("coming", one_of(Coming), nullable=False),
    Column("idea", SealedText, nullable=False),
    UniqueConstraint("session_id", "person_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
