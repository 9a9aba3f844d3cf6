"""Typing on the findings: read."""

from __future__ import annotations

from cards.audits.audit_findings import AuditFindings
from dialogs.forms.form import Form, typed_on
from dialogs.forms.moderation_decision import DISAGREE
from usecases.showing import Look, look_at


@typed_on("audit_findings")
async def audit_findings(look: Look) -> Form | None:
    """``read``."""
    card = await look_at("audit_findings", look)
    if not isinstance(card, AuditFindings):
        return None
    return Form(
        title=card.case,
        ref=card.ref,
        version=card.version,
        questions=(DISAGREE,) if card.disagree_until else (),
        keep="dispute_findings" if card.disagree_until else "",
        words={"read": "acknowledge_findings", "i've read this": "acknowledge_findings"},
        progress=f"The findings of {card.case}.",
        hint="Type read when you have read them.",
    )
