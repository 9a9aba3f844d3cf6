"""The repository of what comes in from outside."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from domain.intake.intake import Intake


class Intakes(Protocol):
    """References and lessons are encrypted at rest."""

    async def begin(self, new: Intake) -> Intake:
        """Write a draft under a new id."""

    async def get(self, number: int) -> Intake | None:
        """One of them."""

    async def save(self, one: Intake) -> Intake:
        """Write it, if ``version`` is the one read; raises MovedOnFault."""

    async def received(self, first_day: date, last_day: date) -> list[Intake]:
        """What was noted with a day between the two, both included, oldest first."""

    async def of_person(self, person_id: str) -> list[Intake]:
        """What somebody noted, newest first."""
