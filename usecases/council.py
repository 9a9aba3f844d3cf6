"""The council that is served: its framework, its calendar, its settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.actions.tracker import TrackedLine
from domain.agenda.dated import Dated
from domain.audits.audit import Cycle
from domain.audits.grading import Grading
from domain.audits.spreading import Assigner
from domain.calendar.working_days import WorkingCalendar, add_months
from domain.faults import Fault
from domain.frameworks.framework import Framework
from domain.lists.dropped import ReadTable
from domain.lists.table import Table
from domain.people.person import Person
from domain.sending import Foresee, Sending

LONGEST_TITLE = 28  # characters; "Independent Reviewing Officer" breaks a phone's line


class NoListsFault(Fault):
    """Lists cannot be read here, so nothing was changed. Please import it on the command line."""


def read_no_table(data: bytes, filename: str, *, expected: Sequence[str]) -> Table:
    """Where ``app.py`` gave no reader; raises NoListsFault."""
    del data, filename, expected
    raise NoListsFault


class NoFileFault(Fault):
    """I cannot write files here, so there is none. Please ask whoever runs the service."""


WriteDuties = Callable[[Sequence[Dated], datetime], bytes]
"""Writes duties as a calendar file."""
WriteActions = Callable[[Sequence[TrackedLine], date], bytes]
"""Writes a tracker as a workbook, as of a day."""
WriteLedger = Callable[[Mapping[str, Any]], bytes]
"""Writes the ledger of a response as a workbook."""


def write_no_file(*_: object) -> bytes:
    """Where ``app.py`` gave no writer; raises NoFileFault."""
    raise NoFileFault


class NoCopyFault(Fault):
    """I cannot look ahead here. Please ask whoever runs the service: app.py rehearse."""


async def foresee_nothing(first: datetime, last: datetime) -> Sequence[Sending]:
    """Where ``app.py`` gave no copy to try things on; raises NoCopyFault."""
    del first, last
    raise NoCopyFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Built once by ``app.py``. ``withdraw_for`` is how long what was submitted can come back.

    ``read_table`` reads the lists that coordinators drop into their chat; ``write_duties``,
    ``write_actions`` and ``write_ledger`` write files that people are handed there; ``foresee``
    tells what is going to be sent.
    An opening that messages ``ask_from`` people or more, and more than ``ask_share`` of the staff
    list, is confirmed with its number first.
    """

    framework: Framework
    calendar: WorkingCalendar
    assigner: Assigner
    withdraw_for: timedelta = timedelta(minutes=10)
    read_table: ReadTable = read_no_table
    write_duties: WriteDuties = write_no_file
    write_actions: WriteActions = write_no_file
    write_ledger: WriteLedger = write_no_file
    foresee: Foresee = foresee_nothing
    ask_share: float = 0.5
    ask_from: int = 50

    @property
    def looks_ahead(self) -> bool:
        """Whether there is a copy to try things on."""
        return self.foresee is not foresee_nothing

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
