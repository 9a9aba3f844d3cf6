"""Bring people and cases up to date out of one extract: both or neither, and safe to repeat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.cases.case import Case
from domain.cases.case_list import check_cases
from domain.lists.checked import Checked
from domain.lists.table import Table
from domain.people.person import Person
from domain.people.staff_list import check_people
from usecases.cases.import_cases import write_cases
from usecases.people.import_people import write_people
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Both:
    """What came of the two lists; cases are not looked at while there is a fault in the people."""

    people: Checked[Person]
    cases: Checked[Case] | None

    @property
    def faulty(self) -> bool:
        """Whether anything at all is wrong, so that nothing was written."""
        return bool(self.people.faults or self.cases is None or self.cases.faults)


async def import_both(  # noqa: PLR0913 - what the operator chose, each said by name
    uow: UnitOfWork,
    people: Table,
    cases: Table,
    *,
    roles: Mapping[str, str],
    full: bool,
    dry_run: bool,
    now: datetime,
    actor: str,
) -> Both:
    """Check people, then cases against the staff as it will be; write both in one commit."""
    known, today = await uow.people.all(), local_day(now)
    staff = check_people(people, known, roles=roles, today=today, full=full)
    if staff.faults:
        return Both(staff, None)
    everybody = {**known, **{person.id: person for person in staff.to_write}}
    records = check_cases(cases, await uow.cases.all(), everybody, today=today, full=full)
    found = Both(staff, records)
    if dry_run or found.faulty:
        return found
    if staff.to_write:
        await write_people(uow, staff, now=now, actor=actor)
    if records.to_write:
        await write_cases(uow, records, now=now, actor=actor)
    await uow.commit()
    return found
