"""A coordinator brings in a third reader from the board of an audit, a single auditor's as well."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.cycles.boards import involved, running
from usecases.moderation.grading import decision_refs
from usecases.moderation.third_reader import add_third_reader


@verb(subject="audit", past="brought in a third reader")
async def bring_third_reader(ask: Ask) -> Answer:
    """Seat a third reader beside the panel; raises Fault where no panel sits or one is there."""
    scene = await running(ask)
    moderation = await ask.uow.moderations.of_audit(scene.audit.id)
    if moderation is None or scene.audit.state is not AuditState.MODERATING:
        raise Fault("This audit is not with a panel, so nothing was changed.")
    await add_third_reader(ask.uow, scene, moderation, ask.now)
    line = f"A third reader has been asked to read {scene.case.ref}."
    changed = (*involved(scene), *decision_refs(scene))
    return Answer(view="audit_board", about=ask.ref, changed=changed, line=line)
