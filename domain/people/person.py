"""People of the council: who they are, what they may hold, when they are here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days away, both included, and who covers; no cover where nobody was named."""

    first_day: date
    last_day: date
    cover: str | None = None

    def on(self, day: date) -> bool:
        """Whether the day lies in the absence."""
        return self.first_day <= day <= self.last_day

    def overlaps(self, first: date, last: date) -> bool:
        """Whether any day between the two, both included, lies in the absence."""
        return self.first_day <= last and first <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the staff list. Roles are the full names of the framework in snake_case.

    ``working_days`` counts Monday as 0. ``left_on`` is the first day that somebody is no
    longer here; people who left keep their history and get nothing new.
    """

    id: str
    name: str
    email: str = ""
    aad_object_id: str | None = None
    roles: frozenset[str] = frozenset()
    team: str = ""
    service: str = ""
    line_manager: str | None = None
    working_days: frozenset[int] = frozenset(range(5))
    left_on: date | None = None
    absences: tuple[Absence, ...] = ()

    @property
    def first_name(self) -> str:
        """The name to be greeted by."""
        return self.name.split(" ", 1)[0]

    def here_on(self, day: date) -> bool:
        """Whether the person still works here on that day (leave does not count)."""
        return self.left_on is None or day < self.left_on

    def absence_on(self, day: date) -> Absence | None:
        """The leave that covers the day, if any."""
        return next((away for away in self.absences if away.on(day)), None)

    def away_through(self, first: date, last: date) -> bool:
        """Whether leave takes more than half of the days between the two, both included.

        A week off in a three-week audit is no reason to skip somebody; two weeks are.
        """
        span = (last - first).days + 1
        gone = sum(
            (min(last, away.last_day) - max(first, away.first_day)).days + 1
            for away in self.absences
            if away.overlaps(first, last)
        )
        return 2 * gone > span

    def holds(self, roles: frozenset[str]) -> bool:
        """Whether the person has one of the roles."""
        return not self.roles.isdisjoint(roles)
