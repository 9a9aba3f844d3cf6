"""The repository of what came round in the calendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from domain.calendar.occurrence import NewOccurrence, Occurrence


class Calendar(Protocol):
    """What people wrote is encrypted at rest. ``save`` raises MovedOnFault on a moved version."""

    async def open(self, new: NewOccurrence, now: datetime) -> Occurrence | None:
        """Write one; None where the entry, the period and the slot have theirs already."""

    async def get(self, occurrence_id: int) -> Occurrence | None:
        """One occurrence."""

    async def save(self, occurrence: Occurrence) -> Occurrence:
        """Write it, if ``version`` is the one read."""

    async def known(self, since: date) -> set[tuple[str, date, str]]:
        """Entry, period and slot of all with a period that begins on the day or later."""

    async def unheld(self) -> list[Occurrence]:
        """Open ones that nobody held when they were opened, by number."""

    async def ever_unheld(self) -> set[str]:
        """The entries of which it was told that nobody holds them."""

    async def given_by(self, person_id: str) -> list[Occurrence]:
        """Reports that somebody gave and nobody has passed or returned yet, soonest due first."""

    async def last_look(self) -> date | None:
        """The day on which all that was to be told of by then was told; None before the first."""

    async def looked(self, day: date) -> None:
        """Keep that everything was gone through on that day."""

    async def between(self, first: date, last: date) -> list[Occurrence]:
        """Those due between the two days, both included, soonest first."""
