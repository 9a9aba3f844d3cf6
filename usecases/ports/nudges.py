"""The repository of reminders."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from domain.nudges.nudge import Nudge


class Nudges(Protocol):
    """Each step of a duty is told to a person once for ever."""

    async def add(self, nudge: Nudge) -> bool:
        """Note a step; False where it was told to that person before."""

    async def told(self, recipient: str, after: date, upto: date) -> list[Nudge]:
        """What a person is told after one day and up to another, by duty."""

    async def put_off_to(self, day: date) -> list[str]:
        """Everybody who is told something on a day that came too late for the day before."""
