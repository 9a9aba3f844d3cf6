"""The repository of exemptions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from domain.audits.exemption import Spell


class Exemptions(Protocol):
    """Who is excused from all other audit work, and when (E-24)."""

    async def put(self, cycle_id: int, spells: Iterable[Spell]) -> None:
        """These people, and no others, are excused by the cycle."""

    async def of_cycle(self, cycle_id: int) -> list[Spell]:
        """Whom the cycle excuses, by id."""

    async def between(self, first_day: date, last_day: date) -> list[Spell]:
        """Every spell with a day between the two; none of a cycle that was cancelled whole."""
