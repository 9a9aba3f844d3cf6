"""A coordinator asks for a third reader."""

from __future__ import annotations

from domain.audits.audit import AuditState
from domain.faults import Fault, NotFoundFault
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Answer, Ask, Subject, subject, verb
from usecases.audits.scene import scene_of_audit
from usecases.moderation.grading import decision_refs
from usecases.moderation.third_reader import add_third_reader


@subject("moderation")
async def find_moderation(ask: Ask) -> Subject | None:
    """An audit's moderation as coordinators see it."""
    moderation = await ask.uow.moderations.of_audit(ask.ref.number)
    if moderation is None:
        return None
    found = {Relation.COLLEAGUE}
    if ask.council.coordinates(ask.actor):
        found.add(Relation.COORDINATOR)
    return Subject(
        version=moderation.version,
        relations=frozenset(found),
        view="audit_compared",
        about=Ref("audit", str(moderation.audit_id)),
        what="The moderation",
    )


@verb(subject="moderation", past="asked for a third reader")
async def send_third_reader(ask: Ask) -> Answer:
    """Seat a third reader beside the panel; the panel waits for their grades."""
    scene = await scene_of_audit(ask.uow, ask.council, ask.ref.number)
    moderation = await ask.uow.moderations.of_audit(ask.ref.number)
    if scene is None or moderation is None:
        raise NotFoundFault
    if scene.audit.state is not AuditState.MODERATING:
        raise Fault("This audit is not with a panel, so nothing was changed.")
    await add_third_reader(ask.uow, scene, moderation, ask.now)
    about = Ref("audit", str(scene.audit.id))
    line = f"A third reader has been asked to read {scene.case.ref}."
    changed = (about, *decision_refs(scene))
    return Answer(view="audit_compared", about=about, changed=changed, line=line)
