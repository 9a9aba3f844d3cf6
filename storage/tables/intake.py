"""Complaints, compliments and what else comes in."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table

from domain.intake.intake import IntakeState
from storage.tables.base import index_where, metadata, person, row_number, version
from storage.types import Moment, SealedText, one_of

intake = Table(
    "intake",
    metadata,
    row_number(),
    Column("rule", String(64), nullable=False),
    Column("kind", String(160), nullable=False),
    Column("reference", SealedText, nullable=False),
    Column("received_on", Date),
    Column("route", String(160), nullable=False),
    Column("theme", String(160), nullable=False),
    Column("outcome", String(160), nullable=False),
    Column("lesson", SealedText, nullable=False),
    Column("state", one_of(IntakeState), nullable=False),
    person("noted_by"),
    Column("begun_at", Moment, nullable=False),
    Column("noted_at", Moment),
    version(),
    index_where("ix_intake_received_on", "received_on", where="state <> 'draft'"),
    Index(None, "noted_by"),
    sqlite_autoincrement=True,
)
