"""The council that is served: its framework, its calendar, its settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.audits.audit import Cycle
from domain.audits.grading import Grading
from domain.audits.spreading import Assigner
from domain.calendar.working_days import WorkingCalendar, add_months
from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.lists.dropped import ReadTable
from domain.lists.table import Table
from domain.people.person import Person

LONGEST_TITLE = 28  # characters; "Independent Reviewing Officer" breaks a phone's line


class NoListsFault(Fault):
    """Lists cannot be read here, so nothing was changed. Please import it on the command line."""


def read_no_table(data: bytes, filename: str, *, expected: Sequence[str]) -> Table:
    """Where ``app.py`` gave no reader; raises NoListsFault."""
    del data, filename, expected
    raise NoListsFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Built once by ``app.py``. ``withdraw_for`` is how long what was submitted can come back.

    ``read_table`` reads the lists that coordinators drop into their chat.
    """

    framework: Framework
    calendar: WorkingCalendar
    assigner: Assigner
    withdraw_for: timedelta = timedelta(minutes=10)
    read_table: ReadTable = read_no_table

    def grading(self, cycle: Cycle) -> Grading:
        """The rules of grading in one cycle, with its look-back window."""
        programme = self.framework.programme(cycle.programme)
        months = programme.look_back_months
        start = add_months(cycle.opens_on, -months) if months else None
        return Grading(framework=self.framework, programme=programme, window_start=start)

    def coordinates(self, person: Person) -> bool:
        """Whether the person runs cycles."""
        return person.holds(self.framework.coordinators)

    def role_titles(self, person: Person) -> list[str]:
        """``Team Manager``, … as the framework writes them."""
        return [self.framework.role_title(role) for role in sorted(person.roles)]

    def describe(self, person: Person) -> str:
        """``Ivo Hart, IRO``."""
        role = self.main_role(person)
        return f"{person.name}, {role}" if role else person.name

    def days_left(self, today: date, due: date) -> int:
        """Working days left until a day; below zero, how many it is late."""
        if today <= due:
            return self.calendar.days_left(today, due)
        return -self.calendar.days_left(due, today)

    def main_role(self, person: Person) -> str:
        """The person's first role, by its short form where the title is long; empty without one."""
        role = next(iter(sorted(person.roles)), None)
        if role is None:
            return ""
        title = self.framework.role_title(role)
        return title if len(title) <= LONGEST_TITLE else self.framework.role_short(role)
