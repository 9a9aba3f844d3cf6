"""A member of the panel asks for a third reader."""

from __future__ import annotations

from usecases.asking import Answer, Ask, verb
from usecases.moderation.deciding import keep, sitting_for, typed_decision
from usecases.moderation.grading import decision_refs
from usecases.moderation.third_reader import add_third_reader


@verb(subject="decision", past="asked for a third reader")
async def ask_third_reader(ask: Ask) -> Answer:
    """Seat the reader; what was typed meanwhile is kept, and waits for the reader's grades."""
    sitting = await sitting_for(ask)
    kept = await keep(ask, sitting, typed_decision(ask, sitting), agreed=())
    await add_third_reader(ask.uow, sitting.scene, kept, ask.now)
    line = "A third reader has been asked. You decide when their grades are in."
    changed = decision_refs(sitting.scene)
    return Answer(view="moderation_decision", about=ask.ref, changed=changed, line=line)
