"""Rows of the calendar, for tests of the storage."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.occurrence import NewOccurrence, Occurrence
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

TODAY = NOW.date()


def due(slot: str = "", **changes: object) -> NewOccurrence:
    """One of the month's meetings."""
    new = NewOccurrence(entry="activities.meeting", period=TODAY, slot=slot, due_on=TODAY)
    return replace(new, **changes)  # type: ignore[arg-type]  # its own fields


async def fill_calendar(uow: SqlUnitOfWork, words: str) -> Occurrence:
    """Write these words into every column that people's words may stand in."""
    opened = await uow.calendar.open(due("ben", about=words, started_by="ada"), NOW)
    assert opened is not None
    written = replace(opened, notes={"note_one": words}, evidence=words, reason=words)
    return await uow.calendar.save(written)
