"""Loads what a verb is about, or says that it is gone."""

from __future__ import annotations

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState, Seat, SeatState
from domain.faults import Fault, NotFoundFault
from usecases.asking import Ask
from usecases.audits.scene import Scene, scene_of_audit, scene_of_seat
from usecases.audits.subjects import split_area


async def seat_for(ask: Ask) -> tuple[Scene, Seat]:
    """The seat that is asked about, still its holder's to work on."""
    scene = await scene_of_seat(ask.uow, ask.council, ask.ref.number)
    if scene is None:
        raise NotFoundFault
    seat = scene.seat(ask.ref.number)
    if scene.audit.state is AuditState.CANCELLED:
        raise Fault("This audit was cancelled, so nothing was changed. You need do no more.")
    if seat.state is SeatState.RELEASED or scene.audit.state is AuditState.FINAL:
        raise Fault("This audit is decided, so nothing was changed. You need do no more.")
    if seat.state is SeatState.SUBMITTED:
        raise Fault("This assessment is in, so nothing was changed. Withdraw it to change it.")
    return scene, seat


async def assessment_for(ask: Ask) -> tuple[Scene, Assessment]:
    """The assessment that is asked about, by itself or by one of its areas."""
    number = split_area(ask.ref)[0] if ask.ref.kind == "area" else ask.ref.number
    assessment = await ask.uow.assessments.get(number)
    seat = await ask.uow.audits.seat(assessment.seat_id) if assessment else None
    scene = await scene_of_audit(ask.uow, ask.council, seat.audit_id) if seat else None
    if assessment is None or scene is None:
        raise NotFoundFault
    return scene, assessment


async def draft_for(ask: Ask) -> tuple[Scene, Assessment]:
    """The same, while it can still be changed; raises Fault on an area that there is not."""
    scene, assessment = await assessment_for(ask)
    if scene.audit.state is AuditState.FINAL:
        raise Fault("This audit is decided, so nothing was changed. You need do no more.")
    if assessment.submitted:
        raise Fault("This assessment is in, so nothing was changed. Withdraw it to change it.")
    if ask.ref.kind == "area":
        _check_area(scene, split_area(ask.ref)[1])
    return scene, assessment


def _check_area(scene: Scene, number: int) -> None:
    count = len(scene.programme.areas)
    if not 1 <= number <= count:
        raise Fault(f"There is no area {number}: this audit has areas 1 to {count}.")
