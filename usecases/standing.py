"""Who stands for whom today."""

from __future__ import annotations

from datetime import date

from domain.people.lines import manages
from domain.people.person import Person
from domain.people.standing_in import stand_in
from usecases.ports import UnitOfWork


async def stands_for(uow: UnitOfWork, person: Person, holder: str | None, today: date) -> bool:
    """Whether the person is the holder, covers for them today, or stands in for whoever is lost.

    A manager stands in for those of theirs who have left or whom nothing reaches.
    """
    if holder is None:
        return False
    if holder == person.id:
        return True
    absent = await uow.people.get(holder)
    if absent is None:
        return False
    absence = absent.absence_on(today)
    if absence is not None and absence.cover == person.id:
        return True
    people = await uow.people.all()
    if not absence and not manages(person, absent, people):
        return False
    lost = await uow.reach.lost()
    found = stand_in(absent, people, today, lost.keys())
    return found is not None and found.id == person.id
