"""Cycles, audits, seats, assessments with their areas, and who was told."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from domain.audits.assessment import AssessmentState
from domain.audits.audit import AuditState, SeatState
from storage.tables.base import (
    index_where,
    metadata,
    part_of,
    person,
    row_number,
    version,
)
from storage.types import Moment, Moments, Number, SealedText, one_of

PRESENT = "superseded_at IS NULL"

cycles = Table(
    "cycles",
    metadata,
    row_number(),
    Column("framework", String(64), nullable=False),
    Column("programme", String(64), nullable=False),
    Column("opens_on", Date, nullable=False, index=True),
    Column("due_on", Date, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("pool_size", Integer, nullable=False),
    Column("opened_by", String(64), nullable=False),
    Column("theme", Text, nullable=False),
    Column("occasion", String(96), nullable=False),
    Column("template", Text, nullable=False, server_default=""),
    Column("noticed_at", Moment),
    Column("offered_at", Moment),
    # up to which of its audits they have gone out: a great many go out part by part
    Column("noticed_to", Number, nullable=False, server_default="0"),
    Column("offered_to", Number, nullable=False, server_default="0"),
    # two coordinators at once: people must not be asked twice
    UniqueConstraint("programme", "occasion"),
    index_where("ix_cycles_to_begin", "id", where="noticed_at IS NULL OR offered_at IS NULL"),
    sqlite_autoincrement=True,
)

audits = Table(
    "audits",
    metadata,
    row_number(),
    part_of("cycle_id", "cycles.id"),
    Column("case_ref", String(64), ForeignKey("cases.ref"), nullable=False, index=True),
    Column("state", one_of(AuditState), nullable=False),
    version(),
    UniqueConstraint("cycle_id", "case_ref"),
    index_where("ix_audits_open", "id", where="state = 'open'"),
    index_where("ix_audits_graded", "id", where="state = 'graded'"),
    sqlite_autoincrement=True,
)

seats = Table(
    "seats",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    Column("role", String(64), nullable=False),
    person("holder", nullable=True),
    Column("state", one_of(SeatState), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("why", Text, nullable=False),
    Column("since", Moment, nullable=False),
    version(),
    Column("panel", Boolean, nullable=False, server_default=false()),
    Index(None, "audit_id"),
    index_where("ix_seats_live", "id", where="state IN ('offered', 'accepted', 'started')"),
    index_where("ix_seats_held", "id", where="state = 'held'"),
    sqlite_autoincrement=True,
)

seat_refusals = Table(
    "seat_refusals",
    metadata,
    row_number(),
    part_of("seat_id", "seats.id"),
    person("person_id"),
    Column("reason", String(64), nullable=False),
    Column("note", SealedText, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "seat_id"),
)

assessments = Table(
    "assessments",
    metadata,
    row_number(),
    part_of("seat_id", "seats.id"),
    Column("state", one_of(AssessmentState), nullable=False),
    Column("at_area", Integer, nullable=False),
    version(),
    Column("saved_at", Moment, nullable=False),
    Column("overall", String(64)),
    Column("reason", SealedText, nullable=False),
    Column("submitted_at", Moment),
    Column("superseded_at", Moment),
    index_where("uq_assessments_present", "seat_id", where=PRESENT, unique=True),
    sqlite_autoincrement=True,
)

area_entries = Table(
    "area_entries",
    metadata,
    Column("assessment_id", Number, ForeignKey("assessments.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("grade", String(64)),
    Column("evidence", SealedText, nullable=False),
    Column("strengths", SealedText, nullable=False),
    Column("develop", SealedText, nullable=False),
    Column("look_back", SealedText, nullable=False),
    version(),
)

notices = Table(
    "notices",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    person("person_id"),
    Column("role", String(64), nullable=False),
    version(),
    Column("seen_at", Moment),
    Column("times", Moments, nullable=False),
    Column("agreed", Moment),
    Column("note", SealedText, nullable=False),
    Column("read_at", Moment),
    UniqueConstraint("audit_id", "person_id"),
    sqlite_autoincrement=True,
)
