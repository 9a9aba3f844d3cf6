"""When an audit's grades are final: keep the outcome, tell people, and let what follows follow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from domain.audits.outcome import Outcome, Settled, later_submission
from domain.people.on_record import on_record
from domain.refs import Ref
from usecases.asking import TwiceRegisteredError, load_all
from usecases.audits.allocating import form_ref
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork
from usecases.showing import tell

Follow = Callable[[UnitOfWork, Scene, Outcome, datetime], Awaitable[None]]

Found = Callable[[UnitOfWork, Scene, datetime], Awaitable[None]]

_FOLLOWING: dict[str, Follow] = {}
_FOUND: dict[str, Found] = {}


def on_final(follow: Follow) -> Follow:
    """Have a function called, in the same transaction, whenever an audit becomes final.

    It must be safe where there is nothing for it to do. The order is that of the names.
    """
    name = follow.__name__
    if name in _FOLLOWING:
        raise TwiceRegisteredError(f"{name!r} follows a final grade twice: rename one")
    _FOLLOWING[name] = follow
    return follow


def on_findings(follow: Found) -> Found:
    """Have a function called, in the same transaction, whenever an audit's findings go out.

    That may be twice, before the grades are final and then, so it must be safe to repeat.
    """
    name = follow.__name__
    if name in _FOUND:
        raise TwiceRegisteredError(f"{name!r} follows the findings twice: rename one")
    _FOUND[name] = follow
    return follow


def following() -> Mapping[str, Follow]:
    """Everything that is called when an audit becomes final, by name."""
    load_all()
    return dict(sorted(_FOLLOWING.items()))


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
    for follow in following().values():
        await follow(uow, scene, outcome, now)


async def send_findings(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Tell the people of the record once; a card that they have already is brought up to date."""
    people = await uow.people.all()
    auditors = {seat.holder for seat in scene.seats}
    for person_id, relation in on_record(scene.programme.findings_to, scene.case, people).items():
        if person_id not in auditors:
            notice = await uow.notices.add(scene.audit.id, person_id, relation)
            about = Ref("notice", str(notice))
            if not await tell(uow, "audit_findings", about, person_id, now=now, once="found"):
                await uow.outbox.refresh(about, now=now)
    load_all()
    for _, follow in sorted(_FOUND.items()):
        await follow(uow, scene, now)


async def refresh_forms(uow: UnitOfWork, scene: Scene, now: datetime) -> None:
    """Bring the auditors' own cards up to date."""
    for seat in scene.seats:
        for subject in (form_ref(seat.id), Ref("seat", str(seat.id))):
            await uow.outbox.refresh(subject, now=now)
