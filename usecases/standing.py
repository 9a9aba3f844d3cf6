"""Who stands for whom today."""

from __future__ import annotations

from datetime import date

from domain.people.person import Person
from usecases.ports import UnitOfWork


async def stands_for(uow: UnitOfWork, person: Person, holder: str | None, today: date) -> bool:
    """Whether the person is the holder, or covers for them today."""
    if holder is None:
        return False
    if holder == person.id:
        return True
    absent = await uow.people.get(holder)
    absence = absent.absence_on(today) if absent else None
    return absence is not None and absence.cover == person.id
