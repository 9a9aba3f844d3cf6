"""What several answers to a notice share."""

from __future__ import annotations

from domain.audits.audit import AuditState, Seat
from domain.audits.notice import Notice
from domain.faults import Fault, NotFoundFault
from domain.talks.rules import seats_with_worker
from usecases.asking import Answer, Ask
from usecases.audits.scene import Scene, scene_of_audit
from usecases.showing import tell


async def notice_for(ask: Ask) -> tuple[Scene, Notice]:
    """The notice that is asked about, of an audit that still runs."""
    notice = await ask.uow.notices.get(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, notice.audit_id) if notice else None
    if notice is None or scene is None:
        raise NotFoundFault
    if scene.audit.state is AuditState.CANCELLED:
        raise Fault("This audit was cancelled, so nothing was changed. You need do no more.")
    return scene, notice


async def keep(ask: Ask, notice: Notice, action: str) -> Notice:
    """Write the answer and its trail entry."""
    saved = await ask.uow.notices.save(notice)
    await ask.uow.trail.record(
        ask.ref, action, actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    return saved


def talkers(scene: Scene) -> tuple[Seat, ...]:
    """The seats whose holders talk with the worker; all of them where no talk says which."""
    roles = seats_with_worker(scene.programme)
    return tuple(seat for seat in scene.first_seats if not roles or seat.role in roles)


async def tell_auditors(ask: Ask, seats: tuple[Seat, ...], saved: Notice) -> None:
    """Send the answer to those whom it concerns."""
    once = f"v{saved.version}"
    for seat in seats:
        if seat.holder:
            await tell(ask.uow, "times_suggested", ask.ref, seat.holder, now=ask.now, once=once)


def answered(ask: Ask, line: str) -> Answer:
    """The notice's card after an answer."""
    return Answer(view="audit_notice", about=ask.ref, changed=(ask.ref,), line=line)
