"""Somebody's own duties for a calendar of their own."""

from __future__ import annotations

from datetime import datetime

from domain.agenda.dated import Dated
from domain.calendar.working_days import local_day
from domain.people.person import Person
from usecases.council import Council
from usecases.people.duties import describe
from usecases.ports import UnitOfWork


async def own_calendar(uow: UnitOfWork, council: Council, person: Person) -> list[Dated]:
    """Every open duty of the person on the day it is due, soonest first."""
    found = []
    for duty in await uow.duties.open_of(person.id):
        if said := await describe(uow, council, duty):
            day = local_day(duty.due_at)
            uid = f"duty-{duty.id}"
            found.append(Dated(uid=uid, day=day, text=said.text, detail=said.detail))
    return found


async def calendar_file(uow: UnitOfWork, council: Council, person: Person, now: datetime) -> bytes:
    """The same as an .ics file; raises Fault where files cannot be written here."""
    return council.write_duties(await own_calendar(uow, council, person), now)
