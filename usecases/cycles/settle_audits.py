"""Move on the audits whose assessments are all in and can no longer come back."""

from __future__ import annotations

from datetime import datetime

from domain.audits.assessment import Assessment
from domain.audits.audit import Audit, AuditState
from domain.audits.grading import differences
from domain.audits.outcome import Settled, may_still_be_drawn
from domain.faults import MovedOnFault
from domain.refs import Ref
from usecases.audits.finishing import finish, outcome_of, refresh_forms, send_findings
from usecases.audits.scene import Scene, scene_of_audit
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork


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
    sent = await submissions(uow, scene)
    differ = differences(scene.rules, sent)
    about = Ref("audit", str(audit.id))
    if differ:
        await _wait(uow, scene, AuditState.MODERATING, now)
    elif may_still_be_drawn(scene.programme):
        await _wait(uow, scene, AuditState.GRADED, now)
        await send_findings(uow, scene, now)
    else:
        settled = Settled.AGREED if len(sent) > 1 else Settled.AS_SUBMITTED
        await finish(uow, scene, outcome_of(scene, sent, settled, sent[0], now), now)
    await uow.trail.record(
        about,
        "compare_assessments",
        actor="practice-loop",
        now=now,
        details={"differences": len(differ)},
    )
    if len(sent) > 1:
        await tell_coordinators(uow, scene.council, "audit_compared", about, now, once="compared")


async def _wait(uow: UnitOfWork, scene: Scene, state: AuditState, now: datetime) -> None:
    await uow.audits.set_state(scene.audit, state)
    await refresh_forms(uow, scene, now)


async def submissions(uow: UnitOfWork, scene: Scene) -> list[Assessment]:
    """What was submitted, in the order of the seats."""
    found = [await uow.assessments.of_seat(seat.id) for seat in scene.seats]
    return [assessment for assessment in found if assessment and assessment.submitted]


async def grades_of(uow: UnitOfWork, scene: Scene) -> list[Assessment]:
    """What was submitted, in the order of the seats; nothing of an audit that is still open."""
    return [] if scene.audit.state is AuditState.OPEN else await submissions(uow, scene)
