"""An action past the council's last day (SEF-13, E-59)."""

from __future__ import annotations

from cards.actions.action_late import ActionLate
from domain.actions.action import ActionState, NoteKind
from domain.calendar.working_days import local_day
from usecases.actions.around import around
from usecases.actions.standing import may_see
from usecases.showing import Look, shows


@shows("action_late")
async def show_action_late(look: Look) -> ActionLate | None:
    """How it stands; None where no last day has passed, and for whoever may not see it."""
    action = await look.uow.actions.get(look.about.number)
    if action is None or action.latest_on is None or action.latest_on >= look.today:
        return None
    of = await around(look.uow, look.council, action, look.today)
    keeps = look.reader.holds(frozenset(of.rule.kept_by))
    if not keeps and not await may_see(look.uow, look.council, of, look.reader):
        return None
    progress = action.last(NoteKind.PROGRESS, NoteKind.REVIEWED)
    return ActionLate(
        ref=action.ref,
        version=action.version,
        named=action.named,
        what=action.what,
        owner=of.name(action.owner),
        team=action.team,
        due=action.due_on,
        latest=action.latest_on,
        days_allowed=of.rule.max_days or 0,
        days_over=(look.today - action.latest_on).days,
        signer=of.names(of.signers),
        claimed=action.state is ActionState.CLAIMED,
        progress=progress.words if progress else "",
        closed_on=local_day(action.closed_at) if action.closed_at else None,
        notice=look.notice or None,
    )
