"""An action, for its owner and for everybody else who may see it."""

from __future__ import annotations

from typing import Literal

from cards.actions.action_assigned import ActionAssigned
from domain.actions.action import Action, ActionState, NoteKind
from usecases.actions.around import around, holds_any
from usecases.actions.saying import history_of, said_by, source_of
from usecases.actions.standing import may_see
from usecases.showing import Look, shows

State = Literal["open", "returned", "claimed", "done", "dropped"]


@shows("action_assigned")
async def show_action_assigned(look: Look) -> ActionAssigned | None:
    """How the action stands; None for a draft, and for whoever has nothing to do with it."""
    action = await look.uow.actions.get(look.about.number)
    if action is None or action.state is ActionState.DRAFT:
        return None
    of = await around(look.uow, look.council, action, look.today)
    mine = holds_any(look.reader, {action.owner}, of.people, look.today)
    if not mine and not await may_see(look.uow, look.council, of, look.reader):
        return None
    back = action.last(NoteKind.RETURNED)
    return ActionAssigned(
        ref=action.ref,
        version=action.version,
        named=action.named,
        what=action.what,
        owner=of.name(action.owner),
        due=action.due_on,
        working_days_left=look.council.days_left(look.today, action.due_on),
        today=look.today,
        state=_state(action),
        mine=mine,
        done_when=action.done_when,
        source=await source_of(look.uow, look.council, of),
        tag=(of.rule.tag_title, action.tag),
        signer=of.names(of.signers),
        decider=of.names(of.deciders) if of.may_move else "",
        latest=action.latest_on,
        asked_due=action.asked_due,
        back=said_by(of, back) if back else None,
        said=history_of(of),
        typed=look.typed.get("evidence", ""),
        notice=look.notice or None,
        field=look.field,
    )


def _state(action: Action) -> State:
    if action.state is ActionState.CLAIMED:
        return "claimed"
    if action.state is ActionState.DONE:
        return "done"
    if action.state is ActionState.DROPPED:
        return "dropped"
    return "returned" if action.returned else "open"
