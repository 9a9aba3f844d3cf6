"""Move on the audits whose assessments are all in and can no longer come back."""

from __future__ import annotations

from datetime import datetime

from domain.audits.assessment import Assessment
from domain.audits.audit import Audit
from domain.audits.grading import Difference, differences
from domain.audits.outcome import Settled, findings_wait, may_still_be_drawn
from domain.faults import MovedOnFault
from domain.moderation.draw import at_once
from domain.moderation.moderation import Reason
from domain.refs import Ref
from usecases.audits.finishing import finish, outcome_of, send_findings
from usecases.audits.occasions import must_wait
from usecases.audits.scene import Scene, scene_of_audit
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.moderation.sending import await_draw, send_to_panel
from usecases.moderation.submissions import grades_of, submissions
from usecases.ports import UnitOfWork

__all__ = ["grades_of", "settle_audits", "submissions"]


async def settle_audits(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Compare what is in; agreed findings go out, a difference waits for a moderator (HER-08).

    Safe to repeat: an audit is settled once. The caller commits. Gives how many were settled.
    """
    settled = 0
    for audit in await uow.audits.ready(now - council.withdraw_for):
        scene = await scene_of_audit(uow, council, audit.id)
        try:
            if scene and not await must_wait(uow, scene):
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
    await _move_on(uow, scene, sent, differ, now)
    await uow.trail.record(
        about,
        "compare_assessments",
        actor="practice-loop",
        now=now,
        details={"differences": len(differ)},
    )
    if len(sent) > 1:
        await tell_coordinators(uow, scene.council, "audit_compared", about, now, once="compared")


async def _move_on(
    uow: UnitOfWork,
    scene: Scene,
    sent: list[Assessment],
    differ: list[Difference],
    now: datetime,
) -> None:
    """To a moderator, to wait for the draw, or to the end."""
    if reasons := _reasons(scene, differ):
        await send_to_panel(uow, scene, reasons, now)
    elif may_still_be_drawn(scene.programme):
        await await_draw(uow, scene, now)
    else:
        agreed = len(sent) > 1 and not differ
        settled = Settled.AGREED if agreed else Settled.AS_SUBMITTED
        await finish(uow, scene, outcome_of(scene, sent, settled, sent[0], now), now)
        return
    if not findings_wait(scene.programme):
        await send_findings(uow, scene, now)


def _reasons(scene: Scene, differ: list[Difference]) -> tuple[Reason, ...]:
    """What sends the audit to a moderator at once; nothing without rules of moderation."""
    rules = scene.programme.moderation
    if rules is None:
        return ()
    return at_once(rules, scene.rules, differ, month=scene.cycle.opens_on.month)
