"""A dropped list against the directory as it is now.

Reading and checking may take a second; they run beside the event loop, so that nobody else waits.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial

from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.cases import case_list
from domain.cases.case import Case
from domain.cases.case_list import check_cases
from domain.faults import Fault
from domain.frameworks.spellings import role_spellings
from domain.lists.checked import Checked
from domain.lists.columns import Columns
from domain.lists.dropped import DroppedList, ListKind
from domain.lists.table import Table
from domain.people import staff_list
from domain.people.person import Person
from domain.people.staff_list import check_people
from usecases.cases.import_cases import write_cases
from usecases.council import Council
from usecases.people.import_people import write_people
from usecases.ports import UnitOfWork

NAME = "The file"  # its own name is not kept: it may tell of a child
COLUMNS: Mapping[ListKind, Columns] = {
    ListKind.PEOPLE: staff_list.COLUMNS,
    ListKind.CASES: case_list.COLUMNS,
}


class UnclearListFault(Fault):
    """I cannot tell what this list holds, so nothing was kept."""


async def read_list(council: Council, data: bytes, kind: ListKind | None = None) -> Table:
    """The table in the bytes; raises a Fault."""
    kinds = [kind] if kind else list(ListKind)
    expected = tuple(dict.fromkeys(name for one in kinds for name in COLUMNS[one].names))
    return await asyncio.to_thread(council.read_table, data, NAME, expected=expected)


def guess_kind(headings: Collection[str]) -> ListKind:
    """What the rows are, by the headings that only one kind has; raises UnclearListFault."""
    people, cases = (set(COLUMNS[kind].names) for kind in ListKind)
    found = {
        ListKind.PEOPLE: len((people - cases).intersection(headings)),
        ListKind.CASES: len((cases - people).intersection(headings)),
    }
    if found[ListKind.PEOPLE] == found[ListKind.CASES]:
        needs = [f"{kind} need {say_list(COLUMNS[kind].required)}" for kind in ListKind]
        raise UnclearListFault(
            "I cannot tell whether this is a list of people or of cases, so nothing was kept. "
            f"One row must name the columns: {'; '.join(needs)}."
        )
    return max(found, key=lambda kind: found[kind])


def digest_of(data: bytes) -> str:
    """SHA-256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


async def check_list(
    uow: UnitOfWork, council: Council, dropped: DroppedList, now: datetime
) -> Checked[Person] | Checked[Case]:
    """What applying it would do, as things are now; writes nothing."""
    table = await read_list(council, dropped.data, dropped.kind)
    if dropped.kind is ListKind.PEOPLE:
        return await _people(uow, council, table, now)
    return await _cases(uow, table, now)


async def write_list(
    uow: UnitOfWork, council: Council, dropped: DroppedList, *, now: datetime, actor: str
) -> Checked[Person] | Checked[Case]:
    """Check it once more and write it, nothing with a fault; commits nothing itself."""
    table = await read_list(council, dropped.data, dropped.kind)
    if dropped.kind is ListKind.PEOPLE:
        people = await _people(uow, council, table, now)
        if people.to_write:
            await write_people(uow, people, now=now, actor=actor)
        return people
    cases = await _cases(uow, table, now)
    if cases.to_write:
        await write_cases(uow, cases, now=now, actor=actor)
    return cases


async def _people(
    uow: UnitOfWork, council: Council, table: Table, now: datetime
) -> Checked[Person]:
    known, roles = await uow.people.all(), role_spellings(council.framework)
    check = partial(check_people, table, known, roles=roles, today=local_day(now))
    return await asyncio.to_thread(check)


async def _cases(uow: UnitOfWork, table: Table, now: datetime) -> Checked[Case]:
    known, people = await uow.cases.all(), await uow.people.all()
    check = partial(check_cases, table, known, people, today=local_day(now))
    return await asyncio.to_thread(check)
