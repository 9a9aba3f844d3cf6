"""Save for later: keep the decision as it stands; nothing is final."""

from __future__ import annotations

from domain.calendar.wording import say_time
from usecases.asking import Answer, Ask, verb
from usecases.moderation.deciding import keep, sitting_for, typed_decision
from usecases.moderation.grading import decision_refs


@verb(subject="decision", past="saved it")
async def save_moderation(ask: Ask) -> Answer:
    """Keep what was typed; whoever stood behind an earlier state has to agree anew."""
    sitting = await sitting_for(ask)
    decision = typed_decision(ask, sitting)
    unchanged = decision == sitting.decision
    agreed = sitting.moderation.agreed if unchanged else ()
    await keep(ask, sitting, decision, agreed=agreed)
    line = f"Draft saved at {say_time(ask.now)}."
    changed = decision_refs(sitting.scene)
    return Answer(view="moderation_decision", about=ask.ref, changed=changed, line=line)
