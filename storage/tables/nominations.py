"""Nominations with what was said about them, and the library of those that were accepted."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    String,
    Table,
    UniqueConstraint,
    column,
    table,
)

from domain.nominations.nomination import NominationState, NoteKind
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, SealedText, one_of

nominations = Table(
    "nominations",
    metadata,
    row_number(),
    Column("rule", String(60), nullable=False),
    person("nominator"),
    Column("begun_at", Moment, nullable=False),
    Column("state", one_of(NominationState), nullable=False),
    Column("said_who", SealedText, nullable=False),
    person("nominee", nullable=True),
    Column("reason", SealedText, nullable=False),
    Column("seen", SealedText, nullable=False),
    part_of("audit_id", "audits.id", nullable=True),
    Column("apart", Boolean, nullable=False),
    part_of("endorses", "nominations.id", nullable=True),
    person("verifier", nullable=True),
    Column("due_on", Date),
    Column("sent_at", Moment),
    Column("decided_at", Moment),
    version(),
    Index(None, "nominee"),
    # the tick's cost follows what is undecided, not what exists
    index_where("ix_nominations_open", "verifier", where="state IN ('waiting', 'queried')"),
    index_where("ix_nominations_draft", "nominator", where="state = 'draft'"),
    sqlite_autoincrement=True,
)

nomination_notes = Table(
    "nomination_notes",
    metadata,
    row_number(),
    part_of("nomination_id", "nominations.id"),
    Column("kind", one_of(NoteKind), nullable=False),
    person("person_id"),
    Column("words", SealedText, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "nomination_id"),
    # a colleague's word counts once
    index_where(
        "ix_nomination_notes_endorsed",
        "nomination_id",
        "person_id",
        where="kind = 'endorsed'",
        unique=True,
    ),
)

library_entries = Table(
    "library_entries",
    metadata,
    row_number(),
    part_of("nomination_id", "nominations.id"),
    Column("rule", String(60), nullable=False),
    Column("text", SealedText, nullable=False),
    Column("area", String(60), nullable=False),
    Column("service", String(128), nullable=False),
    person("nominee"),
    person("verifier"),
    Column("kept_on", Date, nullable=False),
    Column("named", Boolean, nullable=False),
    person("withdrawn_by", nullable=True),
    version(),
    UniqueConstraint("nomination_id"),
    index_where("ix_library_entries_live", "kept_on", where="withdrawn_by IS NULL"),
    sqlite_autoincrement=True,
)

LIBRARY_INDEX = "library_words"
"""What each database searches texts with: neither a table that the other has, nor one whose
columns a migration could compare. SQLite keeps tables beside it whose names begin so too."""

# the stems of each entry's words without their order; entry_id is SQLite's rowid
library_words = table(LIBRARY_INDEX, column("rowid"), column("entry_id"), column("words"))
