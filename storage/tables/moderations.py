"""Moderation: how each audit stands to it, who disagrees, views asked for, the last check."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, String, Table, UniqueConstraint

from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, Number, SealedText

moderations = Table(
    "moderations",
    metadata,
    Column("audit_id", Number, ForeignKey("audits.id"), primary_key=True, autoincrement=False),
    Column("settled_on", Date, nullable=False),
    Column("disagree_by", Date),
    Column("reasons", JSON, nullable=False),
    Column("opens_on", Date),
    Column("due_on", Date),
    Column("opened_at", Moment),
    Column("quorum", Integer, nullable=False),
    Column("overall", String(64)),
    Column("areas", JSON, nullable=False),
    Column("reason", SealedText, nullable=False),
    Column("plan", SealedText, nullable=False),
    Column("wider", SealedText, nullable=False),
    Column("agreed", JSON, nullable=False),
    Column("decided_at", Moment),
    version(),
    # the tick asks what has been drawn and not yet opened
    index_where("ix_moderations_to_open", "opens_on", where="opened_at IS NULL"),
)

disputes = Table(
    "disputes",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    person("person_id"),
    Column("relation", String(64), nullable=False),
    Column("reason", SealedText, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("audit_id", "person_id"),
)

views = Table(
    "views",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    person("person_id"),
    person("asked_by"),
    Column("question", SealedText, nullable=False),
    Column("answer", SealedText, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    version(),
    UniqueConstraint("audit_id", "person_id"),
    sqlite_autoincrement=True,
)

final_checks = Table(
    "final_checks",
    metadata,
    Column("cycle_id", Number, ForeignKey("cycles.id"), primary_key=True, autoincrement=False),
    Column("due_on", Date, nullable=False),
    Column("themes", SealedText, nullable=False),
    person("checked_by", nullable=True),
    Column("checked_at", Moment),
    version(),
)
