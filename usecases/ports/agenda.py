"""Repositories of what people ask about their duties, and of who turned out unreachable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from domain.agenda.ask import DutyAsk, NewAsk


class DutyAsks(Protocol):
    """Snoozes and hand-overs. ``save`` raises MovedOnFault where the version has moved."""

    async def add(self, ask: NewAsk, now: datetime) -> DutyAsk:
        """Write it; the waiting one of the same duty and kind gives way to it."""

    async def get(self, ask_id: int) -> DutyAsk | None:
        """One ask."""

    async def save(self, ask: DutyAsk) -> DutyAsk:
        """Write the answer; gives it back with the next version."""

    async def of_duty(self, duty_id: int) -> list[DutyAsk]:
        """All that was asked about a duty, oldest first."""

    async def waiting_of(self, person_id: str) -> list[DutyAsk]:
        """What a person has asked and nobody has answered yet, oldest first."""

    async def snoozes(self) -> Mapping[int, date]:
        """Until when reminders of open duties were put off, by number; the newest word counts."""


class Reach(Protocol):
    """Who turned out unreachable, until they can be reached again."""

    async def lose(self, person_id: str, why: str, now: datetime) -> bool:
        """Note it; False where it was known."""

    async def find(self, person_id: str) -> bool:
        """They are back; False where nobody missed them."""

    async def lost(self) -> Mapping[str, str]:
        """Everybody who is lost with the reason, by person."""

    async def untold(self) -> Mapping[str, datetime]:
        """Those of whom the coordinators have not heard yet, and since when."""

    async def told(self, person_id: str, now: datetime) -> None:
        """The coordinators have heard of it."""
