"""Typing about the family: what the worker heard back, and what the auditor notes."""

from __future__ import annotations

from cards.talks.family_consent import FamilyConsent
from cards.talks.family_contact import FamilyContactCard
from dialogs.forms.form import Choice, Form, Question, typed_on
from dialogs.forms.voice import speakers
from domain.talks.family import CONSENT_TITLES, Agreed
from usecases.showing import Look, look_at

WORDS = {
    Agreed.GIVEN: ("agreed", "they agree", "given"),
    Agreed.REFUSED: ("refused", "no contact"),
    Agreed.NO_REPLY: ("no reply",),
    Agreed.NOT_APPROPRIATE: ("not appropriate",),
}


@typed_on("family_consent")
async def family_consent(look: Look) -> Form | None:
    """``agreed: both parents``, ``refused: the mother``, ``no reply: the father``."""
    card = await look_at("family_consent", look)
    if not isinstance(card, FamilyConsent):
        return None
    choices = tuple(
        Choice(value=str(agreed), title=title, words=WORDS[agreed])
        for agreed, title in CONSENT_TITLES.items()
    )
    # each needs its word: no bare number and no other sentence may pass for a family's consent
    said = Question(
        key="agreed",
        ask="What they said next",
        names=("answer",),
        choices=choices,
        named_only=True,
        keep="answer_consent",
    )
    with_whom = tuple(
        Question(key=str(agreed), ask="Who you asked next", names=names, keep="answer_consent")
        for agreed, names in WORDS.items()
    )
    return Form(
        title=f"The family of {card.case}",
        ref=card.ref,
        version=card.version,
        questions=(said, *with_whom),
        progress=f"{card.case}: {card.answer or 'no answer yet'}.",
        hint="Type agreed:, refused:, no reply: or not appropriate: and who you asked.",
    )


@typed_on("family_contact")
async def family_contact(look: Look) -> Form | None:
    """``heard mother``, ``heard: the aunt``, ``not heard declined``."""
    card = await look_at("family_contact", look)
    if not isinstance(card, FamilyContactCard):
        return None
    if card.state == "locked":
        return _locked(card)
    heard = (
        speakers(("heard",), "begin_voice", card.speakers),
        Question(key="heard", ask="Who was heard next", names=("heard",), keep="begin_voice"),
    )
    reason = Question(
        key="reason",
        ask="Why nobody was heard",
        names=("not heard",),
        choices=tuple(Choice(value=key, title=title, words=(key,)) for key, title in card.reasons),
        named_only=True,
        keep="note_family",
    )
    return Form(
        title=f"The family of {card.case}",
        ref=card.ref,
        version=card.version,
        questions=(*heard, reason) if card.state != "reason_only" else (reason,),
        progress=f"{card.case}: {card.outcome or 'nothing noted yet'}.",
        hint="Type heard: and who, or not heard and one of: "
        f"{', '.join(title for _, title in card.reasons)}.",
    )


def _locked(card: FamilyContactCard) -> Form:
    return Form(
        title=f"The family of {card.case}",
        ref=card.ref,
        version=card.version,
        progress=f"{card.case}: locked.",
        hint="This is locked until the worker has said whether the family agrees.",
    )
