"""Every table, by noun, in one MetaData."""

from sqlalchemy import Column

from storage.cipher import Sealed
from storage.tables.audits import (
    area_entries,
    assessments,
    audits,
    cycles,
    notices,
    seat_refusals,
    seats,
)
from storage.tables.base import metadata
from storage.tables.cases import cases
from storage.tables.delivery import deliveries, dispatchers, outbox
from storage.tables.duties import duties
from storage.tables.lists import dropped_files
from storage.tables.outcomes import outcomes
from storage.tables.people import absences, access_requests, addresses, greetings, people
from storage.tables.trail import trail
from storage.tables.turns import focuses, inbox
from storage.types import SealedText

SEALED: tuple[Column[Sealed], ...] = tuple(
    column
    for table in metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, SealedText)
)
"""Every column that holds what a person wrote: its type says so, and nothing else has to."""

__all__ = [
    "SEALED",
    "absences",
    "access_requests",
    "addresses",
    "area_entries",
    "assessments",
    "audits",
    "cases",
    "cycles",
    "deliveries",
    "dispatchers",
    "dropped_files",
    "duties",
    "focuses",
    "greetings",
    "inbox",
    "metadata",
    "notices",
    "outbox",
    "outcomes",
    "people",
    "seat_refusals",
    "seats",
    "trail",
]
