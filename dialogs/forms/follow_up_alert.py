"""Typing on an alert: the comment."""

from __future__ import annotations

from cards.follow_up.follow_up_alert import FollowUpAlert
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("follow_up_alert")
async def follow_up_alert(look: Look) -> Form | None:
    """``comment: I meet the team on Monday``."""
    card = await look_at("follow_up_alert", look)
    if not isinstance(card, FollowUpAlert) or not card.asks_comment:
        return None
    comment = Question(
        key="comment", ask="Your comment next", names=("comment", "my comment"), named_only=True
    )
    return Form(
        title=card.case,
        ref=card.ref,
        version=card.version,
        questions=(comment,),
        keep="comment_on_alert",
        progress=f"{card.case}: {card.reason}.",
        hint="Type comment: and what you think of it.",
    )
