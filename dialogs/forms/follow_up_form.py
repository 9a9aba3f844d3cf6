"""Typing on something to be written: the answer, where one thing is asked."""

from __future__ import annotations

from cards.follow_up.follow_up_form import FollowUpForm
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at

SEVERAL = "Several things are asked at once, so please answer on the card and press Send."


@typed_on("follow_up_form")
async def follow_up_form(look: Look) -> Form | None:
    """``answer: two of three actions are done``; several questions are sent together."""
    card = await look_at("follow_up_form", look)
    if not isinstance(card, FollowUpForm) or not card.asks:
        return None
    one = len(card.asks) == 1 and not card.yes_no
    answer = Question(key="answer_0", ask=card.asks[0], names=("answer",), named_only=True)
    return Form(
        title=card.heading,
        ref=card.ref,
        version=card.version,
        questions=(answer,) if one else (),
        keep="send_follow_up" if one else "",
        progress=f"{card.heading}: {card.reason}.",
        hint="Type answer: and what you want to be kept." if one else SEVERAL,
    )
