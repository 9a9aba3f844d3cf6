"""Who is excused from all other audit work, and when (LEI-14, E-24)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.audits.eligibility import Bar, Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days, both included, in which somebody has no audit but those of one cycle.

    ``noun`` is what that one is: "deep dive".
    """

    person_id: str
    cycle_id: int
    first_day: date
    last_day: date
    noun: str

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first_day <= day <= self.last_day

    @property
    def said(self) -> str:
        """The fragment that follows the name: ``is on a deep dive in May``."""
        return f"is on a {self.noun} in {self.first_day:%B}"


def exempt_on(spells: Iterable[Spell], person_id: str, day: date) -> Spell | None:
    """What excuses the person on that day from all other audit work; None where nothing does.

    The one rule that draws, cards and nudges ask.
    """
    return next((s for s in spells if s.person_id == person_id and s.holds(day)), None)


def by_person(spells: Iterable[Spell]) -> dict[str, list[Spell]]:
    """The same by person."""
    found: dict[str, list[Spell]] = {}
    for spell in spells:
        found.setdefault(spell.person_id, []).append(spell)
    return found


def excused(mine: Iterable[Spell], first_day: date, last_day: date) -> Obstacle | None:
    """What keeps somebody from a seat of these days: its card or its due date falls in one.

    A seat that only passes over the days, as a quarter does over its middle month, can wait.
    """
    found = (spell for spell in mine if spell.holds(first_day) or spell.holds(last_day))
    spell = next(found, None)
    return Obstacle(Bar.EXCUSED, spell.said) if spell else None
