"""A colleague answers the panel's question."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.audit import AuditState
from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from usecases.asking import Answer, Ask, verb
from usecases.moderation.giving_views import scene_of_view
from usecases.moderation.grading import decision_refs


@verb(subject="view", past="answered it")
async def give_view(ask: Ask) -> Answer:
    """Keep the words, encrypted, and show them to the panel."""
    view = await ask.uow.moderations.view(ask.ref.number)
    scene = await scene_of_view(ask, view) if view else None
    if view is None or scene is None:
        raise NotFoundFault
    if scene.audit.state is not AuditState.MODERATING:
        raise Fault("The panel has decided, so nothing was sent. You need do no more.")
    answer = accept_words("answer", ask.typed("answer"))
    if not answer:
        raise Fault("Please write your view first. Nothing was sent.", field="answer")
    saved = await ask.uow.moderations.save_view(replace(view, answer=answer, answered_at=ask.now))
    await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now)
    await ask.uow.trail.record(
        ask.ref, "give_view", actor=ask.actor.id, now=ask.now, details={"version": saved.version}
    )
    changed = (ask.ref, *decision_refs(scene))
    line = "Thank you. The panel reads it word for word."
    return Answer(view="view_asked", about=ask.ref, changed=changed, line=line)
