"""Where a report goes once it is given: to whoever passes it, then to those whom it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar.entries import CalendarEntry, entry_of
from domain.calendar.occurrence import Occurrence
from domain.calendar.owners import People, with_roles
from domain.calendar.working_days import ONE_DAY, end_of_day, local_day
from domain.duties import NewDuty
from domain.frameworks.framework import Framework
from domain.people.person import Person
from domain.refs import Ref
from usecases.calendar.occasions import has_ended
from usecases.calendar.steps import GIVEN, PASS, TO_PASS, has_duty, is_one_of
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

DAYS_TO_PASS = 3  # working days; no document says (E-98)


async def passers(uow: UnitOfWork, council: Council, given: Occurrence, now: datetime) -> list[str]:
    """Who passes it: those of the file but whoever gave it, else those who run cycles.

    Nobody where the file asks nobody, or asks only the one who gave it (SEF-22).
    """
    entry = entry_of(council.framework, given.entry)
    if entry is None or entry.report is None or not entry.report.approved_by:
        return []
    named = with_roles(entry.report.approved_by, await uow.people.all(), local_day(now))
    if not named:
        named = [person.id for person in await coordinators(uow, council, now)]
    return [one for one in named if one != given.done_by]


async def decides(
    uow: UnitOfWork, council: Council, given: Occurrence, person: Person, now: datetime
) -> bool:
    """Whether somebody has a word in it, also where that was handed over to them."""
    theirs = await passers(uow, council, given, now)
    everybody = await uow.people.all()
    if is_one_of(person, theirs, everybody, local_day(now)):
        return True
    return await has_duty(uow, given.passing, person)


async def ask_to_pass(
    uow: UnitOfWork, council: Council, given: Occurrence, whom: Iterable[str], now: datetime
) -> None:
    """A duty and a card for each; the first to decide does it for all."""
    for person_id in whom:
        duty = NewDuty(
            kind=PASS,
            subject=given.passing,
            holder=person_id,
            due_at=end_of_day(_by(council, local_day(now))),
        )
        await uow.duties.open(duty, now)
        once = f"given {given.version}"
        await tell(uow, TO_PASS, given.passing, person_id, now=now, once=once)


async def send_on(
    uow: UnitOfWork, council: Council, entry: CalendarEntry, done: Occurrence, now: datetime
) -> None:
    """Tell those of its readers who are in the staff list; what waits for it may begin."""
    readers = readers_of(entry, council.framework, await uow.people.all(), local_day(now))
    about = Ref("given", str(done.id))
    for person_id in readers.people:
        if person_id != done.done_by:
            await tell(uow, GIVEN, about, person_id, now=now, once="given")
    await has_ended(uow, council, entry.key, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who is told here, and to whom somebody has to send it on by hand."""

    people: tuple[str, ...]
    elsewhere: tuple[str, ...]


def readers_of(entry: CalendarEntry, framework: Framework, people: People, today: date) -> Readers:
    """The readers whom the file names, told by their role where one is called so."""
    found: dict[str, None] = {}
    elsewhere: list[str] = []
    for name in entry.report.to if entry.report else ():
        roles = [
            key for key, role in framework.roles.items() if _same(name, role.title, role.short)
        ]
        theirs = with_roles(roles, people, today) if roles else []
        found |= dict.fromkeys(theirs)
        if not theirs:
            elsewhere.append(name)
    return Readers(people=tuple(found), elsewhere=tuple(elsewhere))


def _same(name: str, *titles: str) -> bool:
    """Whether a reader is a role: ``Service managers`` are every Service Manager."""
    said = name.casefold()
    return any(said in {title.casefold(), f"{title.casefold()}s"} for title in titles)


def _by(council: Council, today: date) -> date:
    day = today
    for _ in range(DAYS_TO_PASS):
        day = council.calendar.on_or_after(day + ONE_DAY)
    return day
