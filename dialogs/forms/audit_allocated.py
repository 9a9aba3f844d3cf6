"""Typing on the allocation card: start, accept, can't do."""

from __future__ import annotations

from cards.audits.audit_allocated import REASONS, AuditAllocated
from cards.moderation.moderation_requested import ModerationRequested
from dialogs.forms.form import Choice, Form, Question, typed_on
from usecases.showing import Look, look_at

WORDS = {
    "start": "start_audit",
    "start now": "start_audit",
    "carry on": "start_audit",
    "accept": "accept_audit",
    "accept for later": "accept_audit",
}
CANNOT = ("can't do", "cant do", "can't take", "cannot do", "decline", "can't")


@typed_on("audit_allocated")
async def audit_allocated(look: Look) -> Form | None:
    """The seat while it waits for its holder; "can't do 1" says why at once."""
    card = await look_at("audit_allocated", look)
    if not isinstance(card, AuditAllocated | ModerationRequested):
        return None
    reasons = tuple(Choice(value=key, title=title, words=(key,)) for key, title in REASONS)
    why = Question(
        key="reason",
        ask="Why can't you take it",
        names=CANNOT,
        choices=reasons if card.is_open else (),
        named_only=True,
    )
    submitted = {"withdraw": "withdraw_assessment", "open": "open_audit"}
    return Form(
        title=card.case,
        ref=card.ref,
        version=card.version,
        questions=(why,) if card.is_open else (),
        keep="decline_audit",
        words=WORDS if card.is_open else submitted,
        progress=f"{card.case}: {card.state.replace('_', ' ')}.",
        hint="Type start, accept, or can't do and a number from 1 to 4: "
        "1 you know the family, 2 you will be away, 3 too much on, 4 something else.",
    )
