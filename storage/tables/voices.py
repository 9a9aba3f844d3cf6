"""What children and families said: a row for each person, and their words edition by edition."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Table

from domain.voices.voice import Speaker, VoiceState, Worry
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, Number, SealedText, one_of

voices = Table(
    "voices",
    metadata,
    row_number(),
    version(),
    Column("state", one_of(VoiceState), nullable=False),
    Column("speaker", one_of(Speaker), nullable=False),
    person("noted_by"),
    Column("begun_at", Moment, nullable=False),
    part_of("audit_id", "audits.id", nullable=True),
    # the key of the council's way of hearing people; empty in an audit
    Column("source", String(64), nullable=False),
    Column("case_ref", String(64), ForeignKey("cases.ref")),
    person("practitioner", nullable=True),
    Column("who", SealedText, nullable=False),
    Column("how", String(160), nullable=False),
    Column("medium", SealedText, nullable=False),
    Column("help", SealedText, nullable=False),
    Column("agreed", Boolean),
    Column("wished", Boolean),
    Column("summary", SealedText, nullable=False),
    Column("rating", Integer),
    Column("worry", one_of(Worry), nullable=False),
    Column("worried", SealedText, nullable=False),
    Column("reason", String(64), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("tried", SealedText, nullable=False),
    Column("theme", String(64), nullable=False),
    Column("said_on", Date),
    index_where("ix_voices_audit_id", "audit_id", where="audit_id IS NOT NULL"),
    index_where("ix_voices_source", "source", "said_on", where="source <> ''"),
    index_where("ix_voices_draft", "noted_by", where="state = 'draft'"),
    sqlite_autoincrement=True,
)

voice_answers = Table(
    "voice_answers",
    metadata,
    Column("voice_id", Number, ForeignKey("voices.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # words that were put right stay: a new edition stands beside them
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("question", String(300), nullable=False),
    Column("words", SealedText, nullable=False),
    Column("at", Moment, nullable=False),
)
