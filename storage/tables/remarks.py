"""What was said of audits by those who run them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table

from domain.audits.remark import RemarkKind
from storage.tables.base import metadata, part_of, person, row_number
from storage.types import Moment, SealedText, one_of

audit_remarks = Table(
    "audit_remarks",
    metadata,
    row_number(),
    part_of("audit_id", "audits.id"),
    Column("kind", one_of(RemarkKind), nullable=False),
    person("person_id"),
    Column("text", SealedText, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "audit_id"),
)
