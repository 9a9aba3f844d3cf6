"""Whoever decides asks to talk with the auditors first (HER-09, SOM-06)."""

from __future__ import annotations

from domain.faults import Fault
from domain.focus import Focus
from domain.refs import Ref
from domain.talks.rules import talk_with_auditors
from usecases.asking import Answer, Ask, verb
from usecases.moderation.deciding import keep, sitting_for, typed_decision
from usecases.moderation.grading import decision_refs
from usecases.showing import tell


@verb(subject="decision", past="asked to talk with the auditors")
async def ask_to_talk(ask: Ask) -> Answer:
    """Post the talk's card, on which a time is booked; what was typed meanwhile is kept.

    Raises Fault where the council's file has no such talk.
    """
    sitting = await sitting_for(ask)
    rule = talk_with_auditors(sitting.scene.programme)
    if rule is None:
        raise Fault("There is no such talk in this moderation, so nothing was changed.")
    await keep(ask, sitting, typed_decision(ask, sitting), agreed=())
    (talk,) = await ask.uow.talks.start(sitting.scene.audit.id, [rule.key])
    about = Ref("talk", str(talk.id))
    await tell(ask.uow, "talk", about, ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind="talk", subject=about), ask.now)
    return Answer(
        view="moderation_decision",
        about=ask.ref,
        changed=decision_refs(sitting.scene),
        line="Here is the talk. Book a time: everybody asked hears of it at once.",
    )
