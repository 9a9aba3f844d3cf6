"""Typing on a tick: confirm."""

from __future__ import annotations

from cards.follow_up.follow_up_confirm import FollowUpConfirm
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at

WORDS = {"confirm": "confirm_follow_up", "confirmed": "confirm_follow_up"}


@typed_on("follow_up_confirm")
async def follow_up_confirm(look: Look) -> Form | None:
    """``confirm`` sets the reader's next tick; ``note: …`` sets it with a note."""
    card = await look_at("follow_up_confirm", look)
    if not isinstance(card, FollowUpConfirm):
        return None
    own = [tick.ref for tick in card.ticks if tick.ref]
    if not own:
        return None
    note = Question(key="note", ask=card.note_label, names=("note",), named_only=True)
    return Form(
        title=card.case,
        ref=own[0],
        version=card.version,
        questions=(note,),
        keep="confirm_follow_up",
        words=WORDS,
        progress=f"{card.case}: {card.activity}.",
        hint="Type confirm, or note: and what you want to add.",
    )
