"""The repository of reminders."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from domain.nudges.nudge import Nudge


class Nudges(Protocol):
    """Each step of a duty is told to a person once for ever."""

    async def add(self, nudge: Nudge) -> bool:
        """Note a step; False where it was told to that person before."""

    async def of_day(self, recipient: str, day: date) -> list[Nudge]:
        """What a person is told on a day, by duty."""
