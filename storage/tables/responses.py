"""Immediate responses and incidents, and the ledger of each: every step once, for good."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from domain.responses.response import Part, ResponseState, Sort, StepKind
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, SealedText, one_of

responses = Table(
    "responses",
    metadata,
    row_number(),
    Column("rule", String(160), nullable=False),
    Column("sort", one_of(Sort), nullable=False),
    Column("state", one_of(ResponseState), nullable=False),
    person("raised_by"),
    # none while somebody is still writing it
    Column("case_ref", String(64), ForeignKey("cases.ref")),
    part_of("audit_id", "audits.id", nullable=True),
    Column("resumes", String(160), nullable=False),
    Column("facts", SealedText, nullable=False),
    Column("spoken_to", SealedText, nullable=False),
    Column("draft", SealedText, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("raised_at", Moment),
    Column("since", Moment),
    Column("due_at", Moment),
    Column("overdue_at", Moment),
    Column("next_at", Moment),
    Column("rung", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("review_due", Date),
    version(),
    # the tick's cost follows what is due, not what exists
    index_where("ix_responses_next_at", "next_at", where="next_at IS NOT NULL"),
    index_where("ix_responses_draft", "raised_by", where="state = 'draft'"),
    index_where("ix_responses_case_ref", "case_ref", where="case_ref IS NOT NULL"),
    sqlite_autoincrement=True,
)

response_steps = Table(
    "response_steps",
    metadata,
    row_number(),
    part_of("response_id", "responses.id"),
    Column("kind", one_of(StepKind), nullable=False),
    person("person_id"),
    Column("part", one_of(Part), nullable=False),
    Column("round", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("once", String(160), nullable=False),
    Column("said", SealedText, nullable=False),
    UniqueConstraint("response_id", "once"),
)
