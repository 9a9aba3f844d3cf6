"""A part in an audit changes hands by the rules of its programme."""

from __future__ import annotations

from datetime import date

from domain.audits.audit import AuditState
from domain.duties import Duty
from domain.faults import NotFoundFault
from domain.people.person import Person
from usecases.agenda.handing_over import changes_hands
from usecases.asking import Ask
from usecases.audits.allocating import ANSWER_ALLOCATION, SUBMIT_ASSESSMENT
from usecases.audits.giving_back import move
from usecases.audits.hand_over_audit import eligible_taker
from usecases.audits.scene import scene_of_seat
from usecases.audits.staffing import people_who_may_take
from usecases.council import Council
from usecases.ports import UnitOfWork


async def may_take(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Whoever may hold the seat, those with least first."""
    scene = await scene_of_seat(uow, council, duty.subject.number)
    if scene is None:
        return []
    return await people_who_may_take(uow, scene, scene.seat(duty.subject.number), today)


@changes_hands(ANSWER_ALLOCATION, SUBMIT_ASSESSMENT, candidates=may_take)
async def give_seat(ask: Ask, duty: Duty, person_id: str) -> Person:
    """The new holder is asked; whoever had it keeps nothing to do, and their draft is kept."""
    scene = await scene_of_seat(ask.uow, ask.council, duty.subject.number)
    if scene is None or scene.audit.state in {AuditState.CANCELLED, AuditState.FINAL}:
        raise NotFoundFault
    seat = scene.seat(duty.subject.number)
    taker = await eligible_taker(ask, scene, seat, person_id)
    await move(ask, scene, seat, taker.id, why=f"{ask.actor.name} asked you to")
    await ask.uow.outbox.refresh(*scene.seat_refs(), now=ask.now)
    return taker
