"""Typing on a proposed draw: confirm, draw again, take one out."""

from __future__ import annotations

from cards.cycles.draw_proposed import DrawProposed
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at


def _more(card: DrawProposed) -> tuple[Question, ...]:
    """``theme: …``, ``template: …``, ``name: …``, where the card has the inputs for them."""
    asked = (
        (card.asks_theme, "theme", "Theme", "brief_draw"),
        (card.asks_template, "template", "Template", "brief_draw"),
        (card.may_name and card.may_decide, "names", "Names", "name_subjects"),
    )
    return tuple(
        Question(
            key=key,
            ask=title,
            names=(key, title.casefold()),
            named_only=True,
            keep=verb,
            optional=True,
        )
        for there, key, title, verb in asked
        if there
    )


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
            *_more(card),
        ),
        keep="leave_out_record",
        words={"confirm": "confirm_draw", "draw again": "draw_again"},
        progress=f"{len(card.records)} records are drawn and nobody has been told.",
        hint="Type confirm or draw again. To take one out, press Take one out.",
    )
