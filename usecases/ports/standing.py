"""The repository of standing reminders."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from domain.nudges.standing import StandingNudge


class StandingNudges(Protocol):
    """The same step of the same reminder is there once for a person; words are encrypted."""

    async def plan(self, new: StandingNudge) -> bool:
        """Note that it is to be sent; False where that step was planned for the person before."""

    async def get(self, number: int) -> StandingNudge | None:
        """One of them."""

    async def waiting(self, since: date, today: date) -> list[StandingNudge]:
        """What is to be sent between the two days, both included, and was not; oldest first."""

    async def planned(self, rule: str, slot: str) -> frozenset[str]:
        """Whom a slot of a rule was planned for."""

    async def sent(self, reminder: StandingNudge, now: datetime) -> bool:
        """Note that it goes out; False where another has just sent it."""

    async def tick(self, reminder: StandingNudge, words: str, now: datetime) -> None:
        """It is done: every step of it for that person, and none comes again."""
