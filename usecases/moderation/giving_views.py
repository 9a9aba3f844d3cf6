"""Asking a colleague for a view, and the answer that comes back to the panel (SEF-21)."""

from __future__ import annotations

from domain.calendar.working_days import end_of_day
from domain.duties import NewDuty
from domain.faults import Fault
from domain.moderation.moderation import View
from domain.refs import Ref
from usecases.asking import Ask
from usecases.audits.scene import Scene, scene_of_audit
from usecases.moderation.sitting import Sitting
from usecases.showing import tell

GIVE_VIEW = "give_view"


async def ask_for_view(ask: Ask, sitting: Sitting, person_id: str, question: str) -> View:
    """Keep the question, send it, and open the duty to answer it."""
    asked = View(
        id=0,
        audit_id=sitting.scene.audit.id,
        person_id=person_id,
        asked_by=ask.actor.id,
        question=question,
        asked_at=ask.now,
    )
    kept = await ask.uow.moderations.ask_view(asked)
    if kept is None:
        raise Fault("They have been asked already, so nothing was sent again.", field="person")
    about = Ref("view", str(kept.id))
    duty = NewDuty(
        kind=GIVE_VIEW,
        subject=about,
        holder=person_id,
        due_at=end_of_day(sitting.seat.due_on),
    )
    await ask.uow.duties.open(duty, ask.now)
    await tell(ask.uow, "view_asked", about, person_id, now=ask.now, once="asked")
    await ask.uow.trail.record(
        about, "ask_colleague", actor=ask.actor.id, now=ask.now, details={"version": kept.version}
    )
    return kept


async def scene_of_view(ask: Ask, view: View) -> Scene | None:
    """The audit that a view is about."""
    return await scene_of_audit(ask.uow, ask.council, view.audit_id)
