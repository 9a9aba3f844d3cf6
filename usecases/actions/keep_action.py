"""Keep a new action; a vague one is asked about once, and then kept as it is."""

from __future__ import annotations

from domain.actions.action import Action, NewAction
from domain.calendar.wording import say_day, say_list
from domain.faults import Fault, MovedOnFault
from domain.refs import Ref
from usecases.actions.outgoing import begin_action
from usecases.actions.typed import Typed, read_typed
from usecases.asking import Answer, Ask, verb

ASKED = "asked_again"
"""Among the answer's words to put back: the card's button keeps it as it is from now on."""


@verb(subject="plan", past="added an action")
async def keep_action(ask: Ask) -> Answer:
    """Keep it, if it says who does what by when."""
    typed = await read_typed(ask)
    if typed.lacks:
        notice = f"Please say {say_list(list(typed.lacks))}. To keep it as it is, press again."
        return Answer(
            view="action_form",
            about=ask.ref,
            notice=notice,
            field="what",
            typed={**ask.inputs, ASKED: "yes"},
            line=f"{notice} Or type keep in front of it.",
        )
    return await _keep(ask, typed)


@verb(subject="plan", past="added an action")
async def keep_action_anyway(ask: Ask) -> Answer:
    """Keep it as it is: it was asked about before."""
    return await _keep(ask, await read_typed(ask))


async def _keep(ask: Ask, typed: Typed) -> Answer:
    await _not_twice(ask, typed.new)
    action = await begin_action(ask.uow, ask.council, typed.new, ask.now)
    if action is None:  # somebody has kept the same in this moment
        raise MovedOnFault
    line = await _said(ask, action, typed.warning)
    changed = (ask.ref, Ref("plan", str(action.audit_id))) if action.audit_id else ()
    return Answer(view="action_form", about=ask.ref, changed=changed, notice=line, line=line)


async def _not_twice(ask: Ask, new: NewAction) -> None:
    """A second press on an answer that was lost adds nothing."""
    for known in await ask.uow.actions.owned_by(new.owner):
        if (known.what, known.due_on, known.audit_id) == (new.what, new.due_on, new.audit_id):
            raise Fault(f"This is kept already as {known.label}, so nothing was added.")


async def _said(ask: Ask, action: Action, warning: str) -> str:
    owner = await ask.uow.people.get(action.owner)
    name = owner.name if owner else "its owner"
    day = say_day(action.due_on)
    goes = "has it" if action.out_at else "gets it when the audit is finished"
    return f"{action.label} is kept: {name} {goes}, due {day}. {warning}".strip()
