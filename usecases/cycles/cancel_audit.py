"""Cancel an audit, with the reason told to everybody who knew of it."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.audits.remark import RemarkKind
from domain.duties import DutyState
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.excusing_auditors import excuse_auditors
from usecases.audits.occasions import audit_cancelled
from usecases.audits.scene import Scene
from usecases.cycles.boards import involved, running
from usecases.cycles.remarking import reason_of, remark
from usecases.showing import tell


@verb(subject="audit", past="cancelled it")
async def cancel_audit(ask: Ask) -> Answer:
    """Its duties end, its cards close; what was written is kept."""
    scene = await running(ask)
    reason = reason_of(ask, "it is cancelled", "cancel_reason")
    moved = await ask.uow.audits.set_state(scene.audit, AuditState.CANCELLED)
    await remark(ask, scene.audit.id, RemarkKind.CANCELLED, reason)
    for seat in scene.seats:
        await ask.uow.duties.close(Ref("seat", str(seat.id)), DutyState.CANCELLED, ask.now)
        await ask.uow.outbox.refresh(form_ref(seat.id), now=ask.now)
    await audit_cancelled(ask.uow, scene, ask.now)
    await excuse_auditors(ask.uow, ask.council, scene.cycle, actor=ask.actor.id, now=ask.now)
    for person_id in await people_told(ask, scene):
        await tell(ask.uow, "audit_cancelled", ask.ref, person_id, now=ask.now, once="cancelled")
    await ask.uow.trail.record(
        ask.ref,
        "cancel_audit",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": moved.version},
    )
    line = f"{scene.case.ref} was cancelled. Everybody who knew of it is told."
    return Answer(
        view="audit_board", about=ask.ref, changed=involved(scene), notice=line, line=line
    )


async def people_told(ask: Ask, scene: Scene) -> list[str]:
    """Auditors whose card went out, and everybody who had a notice; each once."""
    notices = await ask.uow.notices.of_audit(scene.audit.id)
    holders = [seat.holder for seat in scene.seats if seat.holder]
    sent = holders if scene.cycle.offered(scene.audit.id) else []
    return list(dict.fromkeys([*sent, *(notice.person_id for notice in notices)]))
