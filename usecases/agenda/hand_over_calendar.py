"""What the calendar asks for changes hands: whoever has the duty may do it."""

from __future__ import annotations

from datetime import date

from domain.duties import Duty
from domain.people.person import Person
from usecases.agenda.handing_over import changes_hands, pass_to, those_near
from usecases.asking import Ask
from usecases.calendar.steps import DO, PASS, PREPARE
from usecases.council import Council
from usecases.ports import UnitOfWork


async def may_do(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Everybody here but those who have it to do already and, of a report, whoever gave it."""
    del council
    found = await uow.calendar.get(duty.subject.number)
    have_it = {one.holder for one in await uow.duties.of_subject(duty.subject)}
    gave_it = {found.done_by} if found and duty.kind == PASS else set()
    near = await those_near(uow, duty.holder, today)
    return [one for one in near if one.id not in have_it | gave_it]


@changes_hands(DO, PREPARE, PASS, candidates=may_do)
async def give_occurrence(ask: Ask, duty: Duty, person_id: str) -> Person:
    """Its day stays; whoever else has it to do keeps it."""
    able = await may_do(ask.uow, ask.council, duty, ask.today)
    return await pass_to(ask, duty, able, person_id)
