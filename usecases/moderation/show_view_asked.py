"""A panel's question, for the colleague who is asked."""

from __future__ import annotations

from cards.moderation.view_asked import ViewAsked
from domain.audits.audit import AuditState
from domain.calendar.working_days import local_day
from usecases.audits.scene import scene_of_audit
from usecases.showing import Look, shows
from usecases.standing import stands_for


@shows("view_asked")
async def show_view_asked(look: Look) -> ViewAsked | None:
    """The question and what was answered; None for anybody who was not asked. No grade is on it."""
    view = await look.uow.moderations.view(look.about.number)
    scene = await scene_of_audit(look.uow, look.council, view.audit_id) if view else None
    if view is None or scene is None:
        return None
    if not await stands_for(look.uow, look.reader, view.person_id, look.today):
        return None
    asker = await look.uow.people.get(view.asked_by)
    over = scene.audit.state is not AuditState.MODERATING and view.answered_at is None
    typed = look.typed.get("answer", view.answer) if look.pressed == look.about else view.answer
    return ViewAsked(
        ref=look.about,
        version=view.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        asked_by=look.council.describe(asker) if asker else "The panel",
        question=view.question,
        answer=typed,
        answered_on=local_day(view.answered_at) if view.answered_at else None,
        over=over,
        notice=look.notice or None,
    )
