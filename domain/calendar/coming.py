"""What comes in a council's calendar, open already or still ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.entries import Section
from domain.calendar.occurrence import OccurrenceState
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One line of the calendar.

    ``roles`` are the framework's keys of whoever owes it, ``people`` the ids of those who hold
    it today (the one person alone, where it is their own); empty where nobody does. ``state``,
    ``ref`` and ``version`` are None and 0 until it is open; the verb ``open_occurrence`` on
    ``ref`` shows its card.
    """

    section: Section
    key: str
    title: str
    period: date
    opens_on: date
    due_on: date
    roles: tuple[str, ...]
    people: tuple[str, ...]
    state: OccurrenceState | None = None
    ref: Ref | None = None
    version: int = 0
