"""A part in what follows from an audit changes hands."""

from __future__ import annotations

from datetime import date

from domain.duties import Duty
from domain.faults import NotFoundFault
from domain.follow_up.step import Part, Step
from domain.people.person import Person
from usecases.agenda.handing_over import changes_hands, pass_to, those_near
from usecases.asking import Ask
from usecases.council import Council
from usecases.follow_up.steps import COMMENT, CONFIRM, SIGN, WRITE
from usecases.follow_up.subjects import split_tick
from usecases.ports import UnitOfWork

PARTS = {COMMENT: Part.COMMENT, WRITE: Part.WRITE, SIGN: Part.SIGN}


async def may_take_part(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Whoever has a role of the present holder and no such part; nobody signs what they wrote."""
    del council
    step = await _step(uow, duty)
    holder = await uow.people.get(duty.holder)
    if step is None or holder is None:
        return []
    not_these = {one.person_id for one in step.parties if one.part == _part(duty)}
    if duty.kind == SIGN:
        not_these |= {reply.person_id for reply in step.said(Part.WRITE)}
        not_these |= {one.person_id for one in step.parties if one.part == Part.WRITE}
    near = await those_near(uow, duty.holder, today)
    return [one for one in near if one.holds(holder.roles) and one.id not in not_these]


@changes_hands(COMMENT, WRITE, SIGN, CONFIRM, candidates=may_take_part)
async def give_part(ask: Ask, duty: Duty, person_id: str) -> Person:
    """The new one has the part; who had it is not asked again."""
    step = await _step(ask.uow, duty)
    if step is None:
        raise NotFoundFault
    able = await may_take_part(ask.uow, ask.council, duty, ask.today)
    if person_id in {one.id for one in able}:
        await ask.uow.follow_ups.hand_part(step, _part(duty), duty.holder, person_id)
    return await pass_to(ask, duty, able, person_id)


async def _step(uow: UnitOfWork, duty: Duty) -> Step | None:
    number = split_tick(duty.subject)[0] if duty.kind == CONFIRM else duty.subject.number
    return await uow.follow_ups.get(number)


def _part(duty: Duty) -> str:
    return PARTS[duty.kind] if duty.kind in PARTS else split_tick(duty.subject)[1]
