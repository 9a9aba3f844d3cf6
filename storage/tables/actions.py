"""Actions, and everything that was said of each."""

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

from domain.actions.action import ActionState, NoteKind, Origin
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, SealedText, Subject, one_of

actions = Table(
    "actions",
    metadata,
    row_number(),
    Column("rule", String(80), nullable=False),
    Column("origin", one_of(Origin), nullable=False),
    Column("source", Subject),
    Column("once", String(160)),
    part_of("audit_id", "audits.id", nullable=True),
    Column("area", Integer),
    Column("case_ref", String(64), ForeignKey("cases.ref")),
    Column("team", String(128), nullable=False),
    Column("service", String(128), nullable=False),
    Column("what", SealedText, nullable=False),
    Column("done_when", SealedText, nullable=False),
    Column("tag", String(200), nullable=False),
    person("owner"),
    person("added_by"),
    Column("due_on", Date, nullable=False),
    Column("latest_on", Date),
    Column("asked_due", Date),
    Column("look_on", Date),
    Column("state", one_of(ActionState), nullable=False),
    Column("round", Integer, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("out_at", Moment),
    Column("closed_at", Moment),
    version(),
    UniqueConstraint("once"),
    # the tick's cost follows what is due, not what exists
    index_where("ix_actions_look_on", "look_on", where="look_on IS NOT NULL"),
    index_where("ix_actions_audit_id", "audit_id", where="audit_id IS NOT NULL"),
    Index(None, "state"),
    sqlite_autoincrement=True,
)

action_notes = Table(
    "action_notes",
    metadata,
    row_number(),
    part_of("action_id", "actions.id"),
    Column("kind", one_of(NoteKind), nullable=False),
    person("person_id"),
    Column("round", Integer, nullable=False),
    Column("words", SealedText, nullable=False),
    Column("day", Date),
    Column("ticks", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "action_id"),
)
