"""Typing on surveys: ``answer`` for one's own view, ``send`` and ``end`` for whoever runs one."""

from __future__ import annotations

from cards.voices.feedback_round import FeedbackRound
from cards.voices.survey_asked import SurveyAsked
from dialogs.forms.form import Form, typed_on
from usecases.showing import Look, look_at
from usecases.voices.rounds import ROUND, SURVEY


@typed_on(SURVEY)
async def survey_asked(look: Look) -> Form | None:
    """``answer``, until it is answered."""
    card = await look_at(SURVEY, look)
    if not isinstance(card, SurveyAsked) or card.done:
        return None
    return Form(
        title=card.what,
        ref=card.ref,
        version=card.version,
        questions=(),
        words=dict.fromkeys(("answer", "answer it"), "answer_survey"),
        progress="You have not answered yet.",
        hint="Type answer to open the form.",
    )


@typed_on(ROUND)
async def feedback_round(look: Look) -> Form | None:
    """``send the questions``, ``end the round``."""
    card = await look_at(ROUND, look)
    if not isinstance(card, FeedbackRound) or card.closed:
        return None
    ends = "ask nobody" if card.after else "end the round"
    words = dict.fromkeys((ends, "end it"), "close_round")
    if card.asked:
        words |= dict.fromkeys(("send the questions", "send them"), "send_round")
    return Form(
        title=card.what,
        ref=card.ref,
        version=card.version,
        questions=(),
        words=words,
        progress=f"{card.heard} kept by now.",
        hint=f"Type send the questions, or {ends}." if card.asked else f"Type {ends}.",
    )
