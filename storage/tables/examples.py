"""Good practice that managers were asked to name."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from domain.audits.example import ExampleState
from storage.tables.base import index_where, metadata, person, row_number, version
from storage.types import Moment, SealedText, one_of

examples = Table(
    "examples",
    metadata,
    row_number(),
    Column("programme", String(64), nullable=False),
    person("asked_of"),
    person("asked_by"),
    Column("asked_at", Moment, nullable=False),
    Column("state", one_of(ExampleState), nullable=False),
    Column("case_ref", String(64), nullable=False),
    Column("why", SealedText, nullable=False),
    version(),
    # nobody is asked again while a request to them is open
    index_where("uq_examples_asked", "programme", "asked_of", where="state = 'asked'", unique=True),
    sqlite_autoincrement=True,
)
