"""Typing on the notice of an audit: seen, times, something to know."""

from __future__ import annotations

from cards.audits.audit_notice import AuditNotice
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("audit_notice")
async def audit_notice(look: Look) -> Form | None:
    """``seen``, or ``tell: …`` for the auditors."""
    card = await look_at("audit_notice", look)
    if not isinstance(card, AuditNotice):
        return None
    names = tuple(f"tell {auditor.first_name.lower()}" for auditor in card.auditors)
    note = Question(key="note", ask="What should they know", names=("tell", "note", *names))
    return Form(
        title=card.case,
        ref=card.ref,
        version=card.version,
        questions=(note,),
        keep="inform_auditor",
        words={"seen": "acknowledge_notice", "i've seen this": "acknowledge_notice"},
        progress=f"{card.case} will be audited.",
        hint="Type seen, or tell: and what the auditor should know first.",
    )
