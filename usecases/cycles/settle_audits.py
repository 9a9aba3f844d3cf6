"""Move on the audits whose assessments are all in and can no longer come back."""

from __future__ import annotations

from datetime import datetime

from domain.audits.assessment import Assessment
from domain.audits.audit import Audit, AuditState
from domain.audits.grading import differences
from domain.faults import MovedOnFault
from domain.people.on_record import on_record
from domain.refs import Ref
from usecases.audits.allocating import form_ref
from usecases.audits.scene import Scene, scene_of_audit
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def settle_audits(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Compare what is in; agreed findings go out, a difference waits for a moderator (HER-08).

    Safe to repeat: an audit is settled once. The caller commits. Gives how many were settled.
    """
    settled = 0
    for audit in await uow.audits.ready(now - council.withdraw_for):
        scene = await scene_of_audit(uow, council, audit.id)
        try:
            if scene:
                await _settle(uow, scene, audit, now)
                settled += 1
        except MovedOnFault:  # another replica has just settled it; nothing was written here
            continue
    return settled


async def _settle(uow: UnitOfWork, scene: Scene, audit: Audit, now: datetime) -> None:
    """Raises MovedOnFault, before anything is written, where the audit is settled already."""
    found = [await uow.assessments.of_seat(seat.id) for seat in scene.seats]
    sent = [assessment for assessment in found if assessment is not None]
    differ = differences(scene.rules, sent)
    state = AuditState.DIFFERS if differ else AuditState.GRADED
    moved = await uow.audits.set_state(audit, state)
    about = Ref("audit", str(audit.id))
    await uow.trail.record(
        about,
        "compare_assessments",
        actor="practice-loop",
        now=now,
        details={"version": moved.version, "differences": len(differ), "state": str(state)},
    )
    if len(sent) > 1:
        await tell_coordinators(uow, scene.council, "audit_compared", about, now, once="compared")
    if state is AuditState.GRADED:
        await _send_findings(uow, scene, now)
    for seat in scene.seats:
        for subject in (form_ref(seat.id), Ref("seat", str(seat.id))):
            await uow.outbox.refresh(subject, now=now)


async def _send_findings(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    people = await uow.people.all()
    auditors = {seat.holder for seat in scene.seats}
    for person_id, relation in on_record(scene.programme.findings_to, scene.case, people).items():
        if person_id not in auditors:
            notice = await uow.notices.add(scene.audit.id, person_id, relation)
            about = Ref("notice", str(notice))
            await tell(uow, "audit_findings", about, person_id, now=now, once="found")


async def grades_of(uow: UnitOfWork, scene: Scene) -> list[Assessment]:
    """What was submitted, in the order of the seats; nothing of an audit that is still open."""
    if scene.audit.state is AuditState.OPEN:
        return []
    found = [await uow.assessments.of_seat(seat.id) for seat in scene.seats]
    return [assessment for assessment in found if assessment and assessment.submitted]
