"""Ask a colleague: somebody with the needed knowledge gives the panel a view (SEF-21)."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.moderation.asking_colleagues import colleagues_for
from usecases.moderation.deciding import keep, sitting_for, typed_decision
from usecases.moderation.giving_views import ask_for_view
from usecases.moderation.grading import decision_refs


@verb(subject="decision", past="asked a colleague")
async def ask_colleague(ask: Ask) -> Answer:
    """Send the question; what was typed into the decision meanwhile is kept."""
    sitting = await sitting_for(ask)
    known = dict(await colleagues_for(ask.uow, sitting.scene, ask.today))
    person_id = ask.typed("person")
    if person_id not in known:
        raise Fault(
            "Please choose somebody from the list: with the knowledge, and neither on the record "
            "nor in this audit. Nothing was sent.",
            field="person",
        )
    question = accept_words("question", ask.typed("question"))
    if not question:
        raise Fault("Please write what you would like to know. Nothing was sent.", field="question")
    await keep(ask, sitting, typed_decision(ask, sitting), agreed=())
    await ask_for_view(ask, sitting, person_id, question)
    line = f"{known[person_id].split(',')[0]} has been asked. The answer comes to this card."
    changed = decision_refs(sitting.scene)
    return Answer(view="moderation_decision", about=ask.ref, changed=changed, line=line)
