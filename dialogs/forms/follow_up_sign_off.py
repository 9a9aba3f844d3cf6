"""Typing on a sign-off: sign off, or return with the reason."""

from __future__ import annotations

from cards.follow_up.follow_up_sign_off import FollowUpSignOff
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at

WORDS = {"sign off": "sign_off_follow_up", "sign it off": "sign_off_follow_up"}


@typed_on("follow_up_sign_off")
async def follow_up_sign_off(look: Look) -> Form | None:
    """``sign off``, ``return: the third has no date``."""
    card = await look_at("follow_up_sign_off", look)
    if not isinstance(card, FollowUpSignOff) or card.state not in {"sent", "missing"}:
        return None
    why = Question(
        key="reason",
        ask="What is still missing",
        names=("return", "return it", "missing"),
        named_only=True,
    )
    return Form(
        title=card.heading,
        ref=card.ref,
        version=card.version,
        questions=(why,),
        keep="return_follow_up",
        words=WORDS if card.state == "sent" else {},
        progress=f"{card.heading}: your sign-off is asked for.",
        hint="Type sign off, or return: and what is still missing.",
    )
