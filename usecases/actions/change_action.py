"""Take a draft back into the form, to change it and add it again."""

from __future__ import annotations

from dataclasses import replace

from domain.actions.action import ActionState
from domain.faults import Fault
from usecases.actions.around import plan_ref, record, the_action
from usecases.asking import Answer, Ask, verb


@verb(subject="action", past="took it back")
async def change_action(ask: Ask) -> Answer:
    """Off the list, and its words into the inputs; what went out stays as it is."""
    of = await the_action(ask.uow, ask.council, ask.ref.number, ask.today)
    action = of.action
    if action.state is not ActionState.DRAFT or action.audit_id is None:
        raise Fault("This has gone out, so it stays as it is. You can still read it.")
    saved = await ask.uow.actions.save(
        replace(action, state=ActionState.DROPPED, closed_at=ask.now)
    )
    await record(ask.uow, saved, "change_action", ask.now, actor=ask.actor.id)
    typed = {
        "what": action.what,
        "done_when": action.done_when,
        "name": of.name(action.owner),
        "due": action.due_on.isoformat(),
        "tag": action.tag,
    }
    line = f"{action.label} is off the list. Change it, and press Add it."
    about = plan_ref(action.audit_id, action.area)
    return Answer(view="action_form", about=about, notice=line, typed=typed, line=line)
