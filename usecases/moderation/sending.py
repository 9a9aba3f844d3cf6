"""An audit goes to moderation: why, who decides, from when and by when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from domain.audits.audit import AuditState
from domain.calendar.working_days import local_day
from domain.frameworks.moderation import ModerationRules
from domain.moderation.dates import Window, disagree_by, window
from domain.moderation.moderation import Moderation, Reason
from domain.moderation.panel import quorum_of
from domain.refs import Ref
from usecases.audits.finishing import refresh_forms
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork

SERVICE = "practice-loop"


def rules_of(scene: Scene) -> ModerationRules:
    """The programme's rules; raises LookupError where it has none."""
    rules = scene.programme.moderation
    if rules is None:
        raise LookupError(f"{scene.programme.key} has no moderation")
    return rules


def window_of(scene: Scene, now: datetime) -> Window:
    """The first and last day of a moderation of this audit, if it is ready now."""
    return window(
        rules_of(scene),
        opened=scene.cycle.opens_on,
        audits_due=max(seat.due_on for seat in scene.first_seats),
        ready=local_day(now),
        calendar=scene.council.calendar,
    )


def _standing(scene: Scene, now: datetime) -> Moderation:
    """How an audit stands to moderation whose first grades are in."""
    told = local_day(now)
    until = disagree_by(rules_of(scene), told)
    return Moderation(audit_id=scene.audit.id, settled_on=told, disagree_by=until)


async def await_draw(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """First grades are in; the audit waits for the draw and for whoever disagrees."""
    await uow.audits.set_state(scene.audit, AuditState.GRADED)
    await uow.moderations.add(_standing(scene, now))
    await refresh_forms(uow, scene, now)


async def send_to_panel(
    uow: UnitOfWork,
    scene: Scene,
    reasons: Collection[Reason],
    now: datetime,
    *,
    moderation: Moderation | None = None,
) -> Moderation:
    """Send an audit to its panel, whose cards go out when the window opens.

    Raises MovedOnFault, before anything is written, where the audit has moved.
    """
    if scene.audit.state is not AuditState.MODERATING:
        await uow.audits.set_state(scene.audit, AuditState.MODERATING)
    known = moderation or _standing(scene, now)
    days = window_of(scene, now)
    sent = replace(
        known,
        reasons=(*known.reasons, *(r for r in reasons if r not in known.reasons)),
        quorum=quorum_of(scene.programme, {r.kind for r in (*known.reasons, *reasons)}),
        opens_on=known.opens_on or days.opens_on,
        due_on=known.due_on or days.due_on,
    )
    if moderation is None:
        await uow.moderations.add(sent)
    else:
        sent = await uow.moderations.save(sent)
    await uow.trail.record(
        Ref("audit", str(scene.audit.id)),
        "send_to_moderation",
        actor=SERVICE,
        now=now,
        details={"reasons": " ".join(reason.key for reason in sent.reasons)},
    )
    await refresh_forms(uow, scene, now)
    return sent
