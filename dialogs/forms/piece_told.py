"""Typing on the ticks of a piece of learning: confirm."""

from __future__ import annotations

from cards.quotas.piece_told import PieceTold
from dialogs.forms.form import Form, typed_on
from usecases.quotas.telling import CARD
from usecases.showing import Look, look_at


@typed_on(CARD)
async def piece_told(look: Look) -> Form | None:
    """``confirm`` sets the next tick."""
    card = await look_at(CARD, look)
    if not isinstance(card, PieceTold) or not card.waiting:
        return None
    _, following = card.waiting[0]
    return Form(
        title=card.part,
        ref=following.ref,
        version=card.version,
        words=dict.fromkeys(("confirm", "confirmed", "told"), "tick_told"),
        progress=f"{card.part.capitalize()}: {following.text} is next.",
        hint="Type confirm once it is done.",
    )
