"""Telling those who run cycles."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local_day
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def coordinators(uow: UnitOfWork, council: Council, now: datetime) -> list[Person]:
    """Everyone still here who runs cycles, by id."""
    today = local_day(now)
    everybody = await uow.people.all()
    here = [p for p in everybody.values() if council.coordinates(p) and p.here_on(today)]
    return sorted(here, key=lambda person: person.id)


async def tell_coordinators(
    uow: UnitOfWork, council: Council, kind: str, about: Ref, now: datetime, *, once: str
) -> None:
    """Send a card to every coordinator, once for the occasion."""
    for person in await coordinators(uow, council, now):
        await tell(uow, kind, about, person.id, now=now, once=once)
