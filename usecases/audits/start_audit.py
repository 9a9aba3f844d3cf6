"""Start grading: open the form, or come back to it."""

from __future__ import annotations

from domain.audits.audit import Seat, SeatState
from domain.focus import Focus
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref, take_on
from usecases.audits.loading import seat_for
from usecases.audits.scene import Scene
from usecases.moderation.grading import open_case
from usecases.showing import tell


def waits_for_sample(scene: Scene) -> bool:
    """Whether the audit cannot begin before its auditor has said which records it reads."""
    selection = scene.programme.selection
    return (
        selection.kind == "by_auditor" and selection.sample is not None and not scene.case.records
    )


@verb(subject="seat", past="started it")
async def start_audit(ask: Ask) -> Answer:
    """Post the grading form at its present place; the first time makes the draft."""
    scene, seat = await seat_for(ask)
    if seat.panel and (opened := await open_case(ask, scene, seat)):
        return opened
    if waits_for_sample(scene):
        return Answer(view="sample_choice", about=Ref("sample", str(seat.id)))
    return await open_form(ask, scene, seat)


async def open_form(ask: Ask, scene: Scene, seat: Seat) -> Answer:
    """Post the form; the first time makes the draft and takes the seat on."""
    draft = await ask.uow.assessments.of_seat(seat.id)
    if draft is None:
        draft = await ask.uow.assessments.start(seat.id, ask.now)
    if seat.state is not SeatState.STARTED:
        saved = await take_on(ask.uow, seat, SeatState.STARTED, ask.now)
        await ask.uow.trail.record(
            ask.ref,
            "start_audit",
            actor=ask.actor.id,
            now=ask.now,
            details={"version": saved.version, "assessment": draft.id},
        )
    form = form_ref(seat.id)
    await tell(ask.uow, "grading", form, ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind="grading", subject=form), ask.now)
    line = f"Here is {scene.case.ref}. Press on the card, or type."
    return Answer(view="audit_allocated", about=ask.ref, changed=scene.seat_refs(), line=line)
