"""Typing on the list of an audit's talks: a talk is opened by its number."""

from __future__ import annotations

from cards.talks.audit_talks import AuditTalks
from dialogs.forms.form import Form, typed_on
from usecases.showing import Look, look_at


@typed_on("audit_talks")
async def audit_talks(look: Look) -> Form | None:
    """``talk 2``, ``family``."""
    card = await look_at("audit_talks", look)
    if not isinstance(card, AuditTalks):
        return None
    return Form(
        title=card.case,
        ref=card.ref,
        version=card.version,
        progress=f"{card.case}: {card.waiting} still to be noted.",
        hint="Press a line, or type talk 1, talk 2 and so on.",
    )
