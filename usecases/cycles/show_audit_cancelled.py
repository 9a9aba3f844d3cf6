"""That an audit was cancelled, for somebody who knew of it."""

from __future__ import annotations

from cards.cycles.audit_cancelled import AuditCancelled
from domain.audits.audit import AuditState
from domain.audits.remark import RemarkKind
from usecases.audits.scene import scene_of_audit
from usecases.showing import Look, shows


@shows("audit_cancelled")
async def show_audit_cancelled(look: Look) -> AuditCancelled | None:
    """The reason, and that nothing is left to do; None for anybody who did not know of it."""
    scene = await scene_of_audit(look.uow, look.council, look.about.number)
    if scene is None or scene.audit.state is not AuditState.CANCELLED:
        return None
    notices = await look.uow.notices.of_audit(scene.audit.id)
    told = {seat.holder for seat in scene.seats} | {notice.person_id for notice in notices}
    if look.reader.id not in told:
        return None
    remarks = await look.uow.remarks.of_audit(scene.audit.id)
    last = next(r for r in reversed(remarks) if r.kind is RemarkKind.CANCELLED)
    by = await look.uow.people.get(last.person_id)
    return AuditCancelled(
        ref=look.about,
        version=scene.audit.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        reason=last.text,
        by=by.name if by else "The QA team",
    )
