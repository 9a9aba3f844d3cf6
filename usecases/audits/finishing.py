"""When an audit's grades are final: keep the outcome, tell people, and let what follows follow."""

from __future__ import annotations

from datetime import datetime

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from domain.audits.outcome import Outcome, Settled, later_submission
from domain.people.on_record import on_records
from domain.refs import Ref
from usecases.audits.allocating import form_ref
from usecases.audits.occasions import audit_final, findings_out
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork
from usecases.showing import tell


def outcome_of(
    scene: Scene, sent: list[Assessment], settled: Settled, decided: Assessment, now: datetime
) -> Outcome:
    """The outcome that ``decided`` gives; ``sent`` are the first submissions."""
    case = scene.case
    return Outcome(
        audit_id=scene.audit.id,
        programme=scene.programme.key,
        case_ref=case.ref,
        settled=settled,
        overall=decided.overall,
        areas={area.number: area.grade for area in decided.areas if area.grade},
        reason=decided.reason,
        worker=case.worker,
        team=case.team,
        service=case.service,
        submitted_on=later_submission(sent),
        final_at=now,
    )


async def finish(uow: UnitOfWork, scene: Scene, outcome: Outcome, now: datetime) -> None:
    """Make an audit final; raises MovedOnFault, with nothing written, where it has moved."""
    moved = await uow.audits.set_state(scene.audit, AuditState.FINAL)
    await uow.outcomes.add(outcome)
    await uow.trail.record(
        Ref("audit", str(scene.audit.id)),
        "finish_audit",
        actor="practice-loop",
        now=now,
        details={"version": moved.version, "settled": str(outcome.settled)},
    )
    await send_findings(uow, scene, now)
    await refresh_forms(uow, scene, now)
    await audit_final(uow, scene, outcome, now)


async def send_findings(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Tell the people of the record once; a card that they have already is brought up to date."""
    people = await uow.people.all()
    auditors = {seat.holder for seat in scene.seats}
    to = scene.programme.findings_to
    for person_id, relation in on_records(to, scene.looked_at, people).items():
        if person_id not in auditors:
            notice = await uow.notices.add(scene.audit.id, person_id, relation)
            about = Ref("notice", str(notice))
            if not await tell(uow, "audit_findings", about, person_id, now=now, once="found"):
                await uow.outbox.refresh(about, now=now)
    await findings_out(uow, scene, now)


async def refresh_forms(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Bring the auditors' own cards up to date."""
    for seat in scene.seats:
        for subject in (form_ref(seat.id), Ref("seat", str(seat.id))):
            await uow.outbox.refresh(subject, now=now)
