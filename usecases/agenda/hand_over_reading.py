"""Reading a new auditor's work changes hands (SEF-44, E-66)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.duties import Duty, NewDuty
from domain.faults import NotFoundFault
from domain.people.person import Person
from domain.talks.pairing import rule_for
from usecases.agenda.handing_over import changes_hands, chosen, those_near
from usecases.asking import Ask
from usecases.audits.scene import scene_of_seat
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell
from usecases.talks.pairing import READ_ASSESSMENT, pairing_ref


async def may_read(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Experienced ones with a role of the present reader who have no part in the audit."""
    pairing = await uow.pairings.get(duty.subject.number)
    scene = await scene_of_seat(uow, council, pairing.seat_id) if pairing else None
    rule = rule_for(scene.programme) if scene else None
    reader = await uow.people.get(duty.holder)
    if scene is None or rule is None or reader is None:
        return []
    completed = await uow.pairings.completed()
    not_these = {seat.holder for seat in scene.seats} | {scene.case.worker, duty.holder}
    return [
        one
        for one in await those_near(uow, duty.holder, today)
        if one.holds(reader.roles)
        and one.id not in not_these
        and completed.get(one.id, 0) >= rule.fewer_than
    ]


@changes_hands(READ_ASSESSMENT, candidates=may_read)
async def give_reading(ask: Ask, duty: Duty, person_id: str) -> Person:
    """They stand beside the new auditor from now on."""
    before = await ask.uow.pairings.get(duty.subject.number)
    if before is None:
        raise NotFoundFault
    taker = chosen(await may_read(ask.uow, ask.council, duty, ask.today), person_id)
    pair = await ask.uow.pairings.pair(before.seat_id, before.auditor, taker.id)
    saved = await ask.uow.pairings.save(replace(pair, reading=before.reading))
    about = pairing_ref(saved)
    new = NewDuty(kind=duty.kind, subject=about, holder=taker.id, due_at=duty.due_at)
    await ask.uow.duties.hand_on(duty, [new], ask.now)
    await tell(ask.uow, "assessment_to_read", about, taker.id, now=ask.now, once="handed")
    return taker
