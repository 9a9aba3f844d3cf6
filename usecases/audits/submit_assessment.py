"""Submit: lock the assessment and tell the auditor that it is in."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.assessment import Assessment, AssessmentState
from domain.audits.audit import SeatState
from domain.audits.grading import missing, why_ask_reason
from domain.calendar.wording import say_moment
from domain.duties import DutyState
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.drafting import missing_sentence, move_to, save_typed_overall, showing
from usecases.audits.loading import draft_for
from usecases.audits.scene import Scene
from usecases.audits.submitting import Gate, gates, submitted
from usecases.moderation.grading import graded_alone


@verb(subject="assessment", past="submitted it")
async def submit_assessment(ask: Ask) -> Answer:
    """Check that all is there, then lock it; what is missing keeps it a draft."""
    scene, draft = await draft_for(ask)
    complete = await save_typed_overall(ask, scene, draft)
    found = missing(scene.rules_for(draft.seat_id), complete)
    open_gates = await gates(ask.uow, scene, scene.seat(draft.seat_id))
    found += [gate.phrase for gate in open_gates]
    if found:
        kept = await move_to(ask, complete, 0)
        asked = why_ask_reason(scene.rules, complete) and not complete.reason
        field = "reason" if asked else None
        return showing(ask, kept, notice=_say(found, open_gates), field=field)
    sent = await _lock(ask, scene, complete)
    await submitted(ask, scene, scene.seat(sent.seat_id))
    if scene.seat(sent.seat_id).panel:
        return await graded_alone(ask, scene, sent)
    line = f"Submitted at {say_moment(ask.now)}. Thank you."
    form = form_ref(sent.seat_id)
    return Answer(view="grading", about=form, changed=(form, *scene.seat_refs()), line=line)


def _say(found: list[str], open_gates: list[Gate]) -> str:
    """What is missing; nobody shall fear for what they wrote where a talk holds it up."""
    said = missing_sentence(found)
    return f"{said} Your draft is kept." if open_gates else said


async def _lock(ask: Ask, scene: Scene, draft: Assessment) -> Assessment:
    state = AssessmentState.SUBMITTED
    sent = await ask.uow.assessments.save(
        replace(draft, state=state, at_area=0, submitted_at=ask.now)
    )
    seat = scene.seat(draft.seat_id)
    await ask.uow.audits.save_seat(replace(seat, state=SeatState.SUBMITTED, since=ask.now))
    await ask.uow.duties.close(Ref("seat", str(seat.id)), DutyState.DONE, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    await ask.uow.trail.record(
        ask.ref,
        "submit_assessment",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": sent.version, "audit": scene.audit.id},
    )
    return sent
