"""The experienced auditor finds a new one's work fine, or sends it back with words (SEF-44)."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.audit import AuditState, Seat, SeatState
from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from domain.talks.pairing import Pairing, Reading
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref, take_on
from usecases.audits.scene import Scene, scene_of_seat
from usecases.showing import tell
from usecases.talks.pairing import READ_ASSESSMENT


@verb(subject="pairing", past="found it fine")
async def pass_assessment(ask: Ask) -> Answer:
    """The work goes on."""
    scene, pairing = await _to_read(ask)
    fine = replace(pairing, reading=Reading.FINE, read_at=ask.now)
    await _keep(ask, fine, "pass_assessment")
    line = f"Thank you. {scene.case.ref} goes on."
    return Answer(view="assessment_to_read", about=ask.ref, changed=(ask.ref,), line=line)


@verb(subject="pairing", past="sent it back")
async def send_back_assessment(ask: Ask) -> Answer:
    """The new auditor gets the words and an open draft; what was submitted stays as it was."""
    scene, pairing = await _to_read(ask)
    words = accept_words("words", ask.typed("words"), said="feedback")
    if not words:
        raise Fault("Please write what to look at again. Nothing was sent.", field="words")
    back = replace(pairing, reading=Reading.SENT_BACK, words=words, read_at=ask.now)
    saved = await _keep(ask, back, "send_back_assessment")
    seat = scene.seat(pairing.seat_id)
    await _open_again(ask, seat)
    if seat.holder:
        once = f"back{saved.version}"
        await tell(ask.uow, "work_sent_back", ask.ref, seat.holder, now=ask.now, once=once)
    line = f"Sent back. The auditor of {scene.case.ref} has your words."
    changed = (ask.ref, form_ref(seat.id), *scene.seat_refs())
    return Answer(view="assessment_to_read", about=ask.ref, changed=changed, line=line)


async def _to_read(ask: Ask) -> tuple[Scene, Pairing]:
    """The pair whose work lies there to be read; raises Fault where it does not."""
    pairing = await ask.uow.pairings.get(ask.ref.number)
    scene = await scene_of_seat(ask.uow, ask.council, pairing.seat_id) if pairing else None
    if pairing is None or scene is None:
        raise NotFoundFault
    seat = scene.seat(pairing.seat_id)
    if scene.audit.state is not AuditState.OPEN or pairing.reading is Reading.FINE:
        raise Fault("This audit has gone on already, so nothing was changed.")
    if seat.state is not SeatState.SUBMITTED or pairing.reading is not Reading.TO_READ:
        raise Fault("The audit is not in yet, so there is nothing to read. You will be told.")
    return scene, pairing


async def _keep(ask: Ask, pairing: Pairing, action: str) -> Pairing:
    saved = await ask.uow.pairings.save(pairing)
    await ask.uow.trail.record(
        ask.ref, action, actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now, kinds=(READ_ASSESSMENT,))
    return saved


async def _open_again(ask: Ask, seat: Seat) -> None:
    sent = await ask.uow.assessments.of_seat(seat.id)
    if sent is None:
        raise NotFoundFault
    saved = await take_on(ask.uow, seat, SeatState.STARTED, ask.now)
    draft = await ask.uow.assessments.supersede(sent, ask.now)
    await ask.uow.trail.record(
        Ref("seat", str(seat.id)),
        "send_back_assessment",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "assessment": draft.id},
    )
