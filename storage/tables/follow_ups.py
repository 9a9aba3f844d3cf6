"""What follows from audits: steps, who has which part in them, and what they said."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from domain.follow_up.step import StepKind, StepState, Verdict
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, SealedText, one_of

follow_ups = Table(
    "follow_ups",
    metadata,
    row_number(),
    Column("kind", one_of(StepKind), nullable=False),
    Column("rule", String(160), nullable=False),
    Column("once", String(255), nullable=False),
    Column("programme", String(80), nullable=False),
    part_of("audit_id", "audits.id"),
    Column("case_ref", String(64), ForeignKey("cases.ref"), nullable=False),
    Column("because", JSON, nullable=False),
    Column("about", String(64), ForeignKey("people.id")),
    Column("team", String(128), nullable=False),
    Column("words", SealedText, nullable=False),
    Column("opens_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("again_on", Date),
    Column("state", one_of(StepState), nullable=False),
    Column("round", Integer, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Column("closed_at", Moment),
    part_of("re_audit_id", "audits.id", nullable=True),
    version(),
    UniqueConstraint("once"),
    Index(None, "audit_id"),
    # the tick's cost follows what is due, not what exists
    index_where("ix_follow_ups_opens_on", "opens_on", where="state = 'waiting'"),
    index_where("ix_follow_ups_again_on", "again_on", where="again_on IS NOT NULL"),
    index_where("ix_follow_ups_re_audit_id", "re_audit_id", where="re_audit_id IS NOT NULL"),
    index_where("ix_follow_ups_recommended", "programme", where="kind = 'recommendation'"),
    sqlite_autoincrement=True,
)

follow_up_parties = Table(
    "follow_up_parties",
    metadata,
    row_number(),
    part_of("follow_up_id", "follow_ups.id"),
    Column("part", String(64), nullable=False),
    person("person_id"),
    UniqueConstraint("follow_up_id", "part", "person_id"),
)

follow_up_replies = Table(
    "follow_up_replies",
    metadata,
    row_number(),
    part_of("follow_up_id", "follow_ups.id"),
    Column("part", String(64), nullable=False),
    person("person_id"),
    Column("round", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("words", SealedText, nullable=False),
    Column("verdict", one_of(Verdict), nullable=False),
    Column("day", Date),
    Column("at", Moment, nullable=False),
    Index(None, "follow_up_id"),
)
