"""The worker is reminded of the question to the family; after that a reason will do (E-48)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.audits.audit import AuditState
from domain.duties import DutyState
from domain.faults import MovedOnFault
from domain.frameworks.meeting import FamilyContact
from domain.refs import Ref
from domain.talks.family import Consent, chased_out, family_rule, next_chase
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell
from usecases.talks.open_talks import family_seats
from usecases.talks.preparing import ANSWER_CONSENT


async def chase_consents(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Send every reminder that is due; gives how many. Safe to repeat; the caller commits."""
    sent = 0
    for consent in await uow.families.to_chase(now):
        scene = await scene_of_audit(uow, council, consent.audit_id)
        rule = family_rule(scene.programme) if scene else None
        try:
            if scene and rule and scene.audit.state is AuditState.OPEN:
                await _chase(uow, scene, rule, consent, now)
                sent += 1
            else:
                await uow.families.save_consent(replace(consent, next_chase_at=None))
        except MovedOnFault:  # answered, or chased by another replica, in this moment
            continue
    return sent


async def _chase(
    uow: UnitOfWork, scene: Scene, rule: FamilyContact, consent: Consent, now: datetime
) -> None:
    """One reminder; several that a long stop has left over count, but only one card goes out."""
    counted = consent
    while counted.next_chase_at and counted.next_chase_at <= now:
        counted = replace(counted, chased=counted.chased + 1)
        counted = replace(counted, next_chase_at=next_chase(rule, counted))
    saved = await uow.families.save_consent(counted)
    about = Ref("consent", str(saved.id))
    await uow.trail.record(
        about,
        "chase_consent",
        actor="practice-loop",
        now=now,
        details={"version": saved.version, "chased": saved.chased},
    )
    await uow.outbox.refresh(about, now=now)
    if saved.worker:
        once = f"chase{saved.chased}"
        await tell(uow, "family_consent", about, saved.worker, now=now, once=once)
    if chased_out(rule, saved):
        await uow.duties.close(about, DutyState.CANCELLED, now, kinds=(ANSWER_CONSENT,))
        await _unlock(uow, scene, now)


async def _unlock(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Whoever hears the family may give a reason now."""
    entry = await uow.families.start(scene.audit.id)
    about = Ref("family", str(entry.id))
    await uow.outbox.refresh(about, now=now)
    for seat in family_seats(scene):
        if seat.holder:
            await tell(uow, "family_contact", about, seat.holder, now=now, once="chased")
