"""Typing on a standing reminder: ``done``, with the answer after a colon."""

from __future__ import annotations

from cards.nudges.standing_nudge import StandingNudge
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("standing_nudge")
async def standing_nudge(look: Look) -> Form | None:
    """``done``; ``done: what I will do``; ``looked contact`` where there is a list."""
    card = await look_at("standing_nudge", look)
    if not isinstance(card, StandingNudge) or card.done or not card.tick:
        return None
    words = Question(
        key="words", ask=card.asks, names=("done",), named_only=True, keep="tick_standing"
    )
    seen = Question(
        key="ticks",
        ask="What you looked at",
        names=("looked", "looked at"),
        choices=tuple(Choice(value=value, title=name) for value, name in card.ticks),
        named_only=True,
        keep="tick_standing",
    )
    asked = (words,) if card.asks else ()
    return Form(
        title=card.name,
        ref=card.ref,
        version=card.version,
        questions=(*asked, seen) if card.ticks else asked,
        words={} if card.ticks else {"noted": "tick_standing", card.tick.lower(): "tick_standing"},
        progress=f"{card.name}.",
        hint=_hint(card),
    )


def _hint(card: StandingNudge) -> str:
    if card.ticks:
        return "Type looked and one of the list, or tick several on the card."
    return f"Type noted{', or done: and what you will do' if card.asks else ''}."
