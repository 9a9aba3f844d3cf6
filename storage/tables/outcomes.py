"""What audits came to."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, String, Table

from domain.audits.outcome import Settled
from storage.tables.base import metadata, person
from storage.types import Moment, Number, SealedText, one_of

outcomes = Table(
    "outcomes",
    metadata,
    Column("audit_id", Number, ForeignKey("audits.id"), primary_key=True, autoincrement=False),
    Column("programme", String(64), nullable=False),
    Column("case_ref", String(64), ForeignKey("cases.ref"), nullable=False),
    Column("settled", one_of(Settled), nullable=False),
    Column("overall", String(64)),
    Column("areas", JSON, nullable=False),
    Column("reason", SealedText, nullable=False),
    person("worker", nullable=True),
    Column("team", String(128), nullable=False),
    Column("service", String(128), nullable=False),
    Column("submitted_on", Date, nullable=False),
    Column("final_at", Moment, nullable=False),
    # trends read one worker's or one team's, by time (E-61, E-62)
    Index(None, "worker", "final_at"),
    Index(None, "team", "final_at"),
    Index(None, "final_at"),
)
