"""The council's lists of records and of people, as they come in anew in the course of the year.

In some months' list of records one is closed and another new, or a child is cared for by now. In
the summer's staff list a worker is gone, whose records a colleague has, and in the winter's a team
manager, whose team the next above manages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from domain.cases.case import Case
from domain.lists.table import Row, Table
from domain.people.person import Person
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from usecases.cases.import_cases import import_cases
from usecases.people.import_people import import_people
from year.council import WORK, Folk

BY = "registers"
CLOSING, COMING = (2, 5, 8, 10), (3, 6, 9)
"""Months of the year's twelve, from 0, whose list has a record closed or cared for by now."""
LEAVING: Mapping[int, frozenset[str]] = {4: frozenset(WORK), 9: frozenset({"team_manager"})}
"""The months in whose staff list somebody is missing, and who: a worker, later a team manager."""
RECORDS = ("ref", "team", "service", "worker", "status", "cared_for")
STAFF = ("id", "name", "email", "roles", "team", "service", "line_manager")


class BadRegisterError(Exception):
    """A list of the year has faults, so the year cannot go on."""


async def new_registers(units: SqlUnitsOfWork, folk: Folk, month: int, now: datetime) -> Folk:
    """Bring in the month's lists as an operator does; gives who and what is there afterwards."""
    leaver = _leaver(folk, LEAVING[month]) if month in LEAVING else None
    async with units() as uow:
        await _records(uow, _this_month(folk, month, leaver), now)
        if leaver:
            await _staff(uow, _without(folk, leaver), now)
    async with units(reading=True) as uow:
        people, cases = await uow.people.all(), await uow.cases.all()
    known = {one.id for one in folk.people}
    return Folk(
        people=tuple(one for one in people.values() if one.id in known),
        cases=tuple(one for one in cases.values() if one.open),
    )


def _this_month(folk: Folk, month: int, leaver: Person | None) -> list[Case]:
    """The open records; of a leaver's the colleague has the work."""
    found = [_passed_on(case, folk, leaver) for case in folk.cases]
    place = month % len(found)
    if month in CLOSING:
        found.append(replace(found[place], ref=_next_ref(found), cared_for=False))
        found[place] = replace(found[place], open=False)
    if month in COMING:
        place = next((n for n, case in enumerate(found) if not case.cared_for), place)
        found[place] = replace(found[place], cared_for=True)
    return found


def _next_ref(cases: Iterable[Case]) -> str:
    """The number after the highest: ``C-1009``."""
    return f"C-{max(int(case.ref.partition('-')[2]) for case in cases) + 1}"


def _passed_on(case: Case, folk: Folk, leaver: Person | None) -> Case:
    if leaver is None or case.worker != leaver.id:
        return case
    left = (one for one in folk.people if one.team == case.team and one.id != leaver.id)
    taker = next((one for one in left if one.holds(frozenset(WORK))), None)
    return replace(case, worker=taker.id if taker else case.worker)


def _leaver(folk: Folk, roles: frozenset[str]) -> Person | None:
    """The last of those roles in a team in which somebody stays."""
    here = [one for one in folk.people if not one.left_on]
    holders = [one for one in here if one.holds(roles)]
    teams = Counter(one.team for one in here)
    return next((one for one in reversed(holders) if teams[one.team] > 1), None)


def _without(folk: Folk, leaver: Person) -> list[Person]:
    """The staff list; whoever the leaver managed has the next above as line manager."""
    stay = (one for one in folk.people if one.id != leaver.id and not one.left_on)
    return [
        replace(one, line_manager=leaver.line_manager) if one.line_manager == leaver.id else one
        for one in stay
    ]


async def _records(uow: SqlUnitOfWork, cases: Iterable[Case], now: datetime) -> None:
    table = _table(
        RECORDS,
        (
            (
                case.ref,
                case.team,
                case.service,
                case.worker or "",
                "open" if case.open else "closed",
                "yes" if case.cared_for else "no",
            )
            for case in cases
        ),
    )
    checked = await import_cases(uow, table, full=False, dry_run=False, now=now, actor=BY)
    if checked.faults:
        raise BadRegisterError(str(checked.faults[0]))


async def _staff(uow: SqlUnitOfWork, people: Iterable[Person], now: datetime) -> None:
    people = list(people)
    table = _table(
        STAFF,
        (
            (
                one.id,
                one.name,
                one.email,
                ";".join(sorted(one.roles)),
                one.team,
                one.service,
                one.line_manager or "",
            )
            for one in people
        ),
    )
    roles = {role: role for one in people for role in one.roles}
    checked = await import_people(
        uow, table, roles=roles, full=True, dry_run=False, now=now, actor=BY
    )
    if checked.faults:
        raise BadRegisterError(str(checked.faults[0]))


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    return Table(
        headings=headings,
        rows=tuple(
            Row(number=number, cells=dict(zip(headings, cells, strict=True)))
            for number, cells in enumerate(rows, 2)
        ),
    )
