"""Add an action from a form of grading: what was typed there is kept first."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import NotAllowedFault, NotFoundFault
from domain.focus import Focus
from domain.refs import Ref
from usecases.actions.around import plan_ref
from usecases.actions.standing import may_add
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.drafting import save_typed_area, save_typed_overall, showing
from usecases.audits.loading import draft_for
from usecases.audits.scene import scene_of_audit
from usecases.audits.subjects import split_area
from usecases.showing import tell

HERE = "Here is the form for an action. Your draft is kept."


async def post_form(ask: Ask, about: Ref) -> None:
    """The form below in the chat; typed words go to it from now on."""
    await tell(ask.uow, "action_form", about, ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind="action_form", subject=about), ask.now)


@verb(subject="assessment", past="began an action")
async def add_action(ask: Ask) -> Answer:
    """From the summary: keep the overall grade as typed, and post the form."""
    scene, draft = await draft_for(ask)
    if "overall" in ask.inputs or "reason" in ask.inputs:
        draft = await ask.uow.assessments.save(await save_typed_overall(ask, scene, draft))
    await post_form(ask, plan_ref(scene.audit.id))
    return replace(showing(ask, draft), line=HERE)


@verb(subject="area", past="began an action")
async def add_area_action(ask: Ask) -> Answer:
    """From an area: keep what was typed into it, and post the form."""
    scene, draft = await draft_for(ask)
    saved = await save_typed_area(ask, scene, draft)
    await post_form(ask, plan_ref(scene.audit.id, split_area(ask.ref)[1]))
    return replace(showing(ask, draft, progressed=saved.progressed), line=HERE)


@verb(subject="seat", past="began an action")
async def add_seat_action(ask: Ask) -> Answer:
    """From the receipt: what was submitted stays as it is."""
    seat = await ask.uow.audits.seat(ask.ref.number)
    if seat is None:
        raise NotFoundFault
    await post_form(ask, plan_ref(seat.audit_id))
    return Answer(view="grading", about=form_ref(seat.id), line=HERE)


@verb(subject="notice", past="began an action")
async def add_found_action(ask: Ask) -> Answer:
    """From the findings: for managers who were told of the audit, not for the worker."""
    notice = await ask.uow.notices.get(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, notice.audit_id) if notice else None
    if notice is None or scene is None:
        raise NotFoundFault
    if not await may_add(ask.uow, ask.council, scene, ask.actor):
        raise NotAllowedFault
    await post_form(ask, plan_ref(notice.audit_id))
    return Answer(view="audit_findings", about=ask.ref, line=HERE)
