"""Typing on a panel's question: view, a colon, and the words."""

from __future__ import annotations

from cards.moderation.view_asked import ViewAsked
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("view_asked")
async def view_asked(look: Look) -> Form | None:
    """The answer to the panel, while it waits for one."""
    card = await look_at("view_asked", look)
    if not isinstance(card, ViewAsked) or card.over or card.answered_on:
        return None
    answer = Question(
        key="answer",
        ask="Your view: type view, a colon and your words",
        names=("view", "my view", "answer"),
        named_only=True,
    )
    return Form(
        title=card.case,
        ref=card.ref,
        version=card.version,
        questions=(answer,),
        keep="give_view",
        progress=f"A panel asks for your view on {card.case}.",
        hint="Type view, a colon and your words.",
    )
