"""Typing on a new auditor's work: fine, or send back: and what to look at again."""

from __future__ import annotations

from cards.talks.assessment_to_read import AssessmentToRead
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("assessment_to_read")
async def assessment_to_read(look: Look) -> Form | None:
    """The work while it waits to be read."""
    card = await look_at("assessment_to_read", look)
    if not isinstance(card, AssessmentToRead):
        return None
    ready = card.state == "to_read"
    back = Question(
        key="words",
        ask="What to look at again next",
        names=("send back", "back"),
        keep="send_back_assessment",
    )
    return Form(
        title=f"The audit of {card.case}",
        ref=card.ref,
        version=card.version,
        questions=(back,) if ready else (),
        words={"fine": "pass_assessment", "it is fine": "pass_assessment"} if ready else {},
        progress=f"{card.case}: {card.state.replace('_', ' ')}.",
        hint="Type fine, or send back: and what to look at again."
        if ready
        else "There is nothing to read now. You will be told.",
    )
