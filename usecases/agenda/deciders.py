"""Who answers for somebody's duties: the nearest manager at work, else those who run cycles."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local_day
from domain.people.lines import managers_of
from domain.people.person import Person
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork


async def deciders(
    uow: UnitOfWork, council: Council, person: Person, now: datetime
) -> list[Person]:
    """Those who are asked; never the person themselves. Empty where nobody else is there."""
    today, lost = local_day(now), await uow.reach.lost()
    people = await uow.people.all()
    for above in managers_of(person, people):
        if above.here_on(today) and not above.absence_on(today) and above.id not in lost:
            return [above]
    return [one for one in await coordinators(uow, council, now) if one.id != person.id]


async def may_decide(
    uow: UnitOfWork, council: Council, reader: Person, person: Person, now: datetime
) -> bool:
    """Whether the reader may answer for the person: a manager above, or who runs cycles."""
    if reader.id == person.id:
        return False
    people = await uow.people.all()
    if any(above.id == reader.id for above in managers_of(person, people)):
        return True
    return council.coordinates(reader) or any(
        one.id == reader.id for one in await deciders(uow, council, person, now)
    )
