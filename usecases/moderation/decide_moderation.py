"""Record as final: the member decides; where two must agree, the second one makes it so."""

from __future__ import annotations

from domain.moderation.comparing import missing_in_decision
from domain.refs import Ref
from domain.talks.talk import TalkState
from usecases.asking import Answer, Ask, verb
from usecases.audits.drafting import missing_sentence
from usecases.moderation.deciding import (
    agreed_with,
    keep,
    make_final,
    others_to_agree,
    sitting_for,
    typed_decision,
)
from usecases.moderation.grading import decision_refs
from usecases.moderation.sitting import Sitting
from usecases.moderation.talking import asked_talk


@verb(subject="decision", past="decided it")
async def decide_moderation(ask: Ask) -> Answer:
    """Check that all is there and that nobody's view is awaited; then it is final."""
    sitting = await sitting_for(ask)
    decision = typed_decision(ask, sitting)
    changed = decision_refs(sitting.scene)
    found = list(missing_in_decision(sitting.scene.rules, decision, sitting.to_decide))
    if found or sitting.waits_for:
        await keep(ask, sitting, decision, agreed=())
        notice = missing_sentence(found).replace("you can submit", "it can be recorded")
        if not found:
            who = sitting.name_of(sitting.waits_for[0])
            notice = f"{who} has not graded yet. Your decision is kept; record it after that."
        field = "reason" if found == ["your reasons"] else None
        return _showing(ask, changed, notice, field=field)
    if ahead := await _talk_ahead(ask, sitting):
        await keep(ask, sitting, decision, agreed=())
        return _showing(ask, changed, ahead)
    agreed = agreed_with(sitting, decision)
    saved = await keep(ask, sitting, decision, agreed=agreed)
    if len(agreed) < sitting.quorum:
        line = f"Kept. It is final when {others_to_agree(sitting, agreed)} agrees."
        return _showing(ask, changed, line)
    await make_final(ask, sitting, saved)
    line = f"The grades of {sitting.scene.case.ref} are final. Everybody concerned is told."
    return Answer(view="moderation_decision", about=ask.ref, changed=changed, line=line)


async def _talk_ahead(ask: Ask, sitting: Sitting) -> str:
    """Why it waits for a talk that is booked (HER-09); empty where none is."""
    talk = await asked_talk(ask.uow, sitting.scene)
    if talk is None or talk.state is not TalkState.BOOKED:
        return ""
    return (
        "Your talk with the auditors is booked and not noted. Your decision is kept; note the "
        "talk or cancel its booking, then record."
    )


def _showing(
    ask: Ask, changed: tuple[Ref, ...], notice: str, *, field: str | None = None
) -> Answer:
    return Answer(
        view="moderation_decision",
        about=ask.ref,
        changed=changed,
        notice=notice,
        field=field,
        line=notice,
    )
