"""Typing on a proposed draw: confirm, draw again, take one out."""

from __future__ import annotations

from cards.cycles.draw_proposed import DrawProposed
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("draw_proposed")
async def draw_proposed(look: Look) -> Form | None:
    """``confirm``, ``draw again``; ``reason: …`` then ``take out: C-23087``."""
    card = await look_at("draw_proposed", look)
    if not isinstance(card, DrawProposed) or card.state != "waiting":
        return None
    records = tuple(Choice(value=r.case, title=r.case) for r in card.records)
    return Form(
        title=f"{card.programme}, {card.cycle}",
        ref=card.ref,
        version=card.version,
        questions=(
            Question(
                key="record", ask="Record", names=("take out",), choices=records, named_only=True
            ),
            Question(key="reason", ask="Why", names=("reason", "why", "because")),
        ),
        keep="leave_out_record",
        words={"confirm": "confirm_draw", "draw again": "draw_again"},
        progress=f"{len(card.records)} records are drawn and nobody has been told.",
        hint="Type confirm or draw again. To take one out, press Take one out.",
    )
