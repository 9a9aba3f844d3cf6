"""Say that the case note stands in the case system; the bot writes nothing there (E-12)."""

from __future__ import annotations

from domain.faults import Fault
from usecases.actions.around import plan_ref
from usecases.actions.show_action_plan import pasted_on
from usecases.actions.subjects import split_plan
from usecases.asking import Answer, Ask, verb


@verb(subject="plan", past="put the note into the case system")
async def tick_case_note(ask: Ask) -> Answer:
    """Keep who said so, and when."""
    audit_id, _ = split_plan(ask.ref)
    about = plan_ref(audit_id)
    if await pasted_on(ask.uow, audit_id):
        raise Fault("This was ticked already, so nothing was changed.")
    await ask.uow.trail.record(about, "tick_case_note", actor=ask.actor.id, now=ask.now)
    return Answer(view="action_plan", about=about, changed=(about,), line="Thank you. It is noted.")
