"""Withdraw what was submitted, until the next stage begins."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.assessment import Assessment
from domain.audits.audit import SeatState
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref, may_withdraw, take_on
from usecases.audits.scene import Scene, scene_of_seat


@verb(subject="seat", past="withdrew it")
async def withdraw_assessment(ask: Ask) -> Answer:
    """Open a new draft with the same words; what was submitted stays as it was."""
    scene = await scene_of_seat(ask.uow, ask.council, ask.ref.number)
    sent = await ask.uow.assessments.of_seat(ask.ref.number)
    if scene is None or sent is None:
        raise NotFoundFault
    _check(ask, scene, sent)
    seat = replace(scene.seat(ask.ref.number), state=SeatState.STARTED)
    saved = await take_on(ask.uow, seat, SeatState.STARTED, ask.now)
    draft = await ask.uow.assessments.supersede(sent, ask.now)
    await ask.uow.trail.record(
        ask.ref,
        "withdraw_assessment",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "assessment": draft.id},
    )
    form = form_ref(sent.seat_id)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind="grading", subject=form), ask.now)
    line = "It is a draft again. Change what you like and submit it once more."
    return Answer(view="grading", about=form, changed=(form, *scene.seat_refs()), line=line)


def _check(ask: Ask, scene: Scene, sent: Assessment) -> None:
    if not sent.submitted or sent.submitted_at is None:
        raise Fault("This is still a draft, so there is nothing to withdraw.")
    if not may_withdraw(ask.council, scene.audit.state, sent.submitted_at, ask.now):
        raise Fault(
            "The next stage has begun, so this cannot come back. Nothing was changed. "
            "If something in it is wrong, please tell the QA team."
        )
