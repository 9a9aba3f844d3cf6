"""Telling the worker and the team of a piece changes hands: whoever has the duty sets the ticks."""

from __future__ import annotations

from datetime import date

from domain.duties import Duty
from domain.people.person import Person
from usecases.agenda.handing_over import changes_hands, pass_to, those_near
from usecases.asking import Ask
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.quotas.telling import TELL


async def may_tell(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Everybody here, those nearest to the holder first."""
    del council
    return await those_near(uow, duty.holder, today)


@changes_hands(TELL, candidates=may_tell)
async def give_telling(ask: Ask, duty: Duty, person_id: str) -> Person:
    """Its day stays."""
    able = await may_tell(ask.uow, ask.council, duty, ask.today)
    return await pass_to(ask, duty, able, person_id)
