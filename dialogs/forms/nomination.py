"""Typing on nominations: the parts of one, the nominator's answer, the verifier's decision."""

from __future__ import annotations

from cards.nominations.nomination_form import NominationForm
from cards.nominations.nomination_sent import NominationSent
from cards.nominations.nomination_to_verify import NominationToVerify
from dialogs.forms.form import Choice, Form, Question, typed_on
from domain.nominations.nomination import SOURCES
from usecases.nominations.steps import FORM, SENT, TO_VERIFY
from usecases.showing import Look, look_at

HINT = "Type who: …, for: …, seen: …, then send. Drop puts it away."
_SHORT = {
    "Supervision": ("in supervision",),
    "A team meeting": ("team meeting", "in a team meeting"),
    "An audit or other QA activity": ("audit", "qa", "an audit", "qa activity", "dip sample"),
    "A diagnostic": ("diagnostic",),
    "A talk with a colleague": ("colleague", "peer talk", "peer", "a colleague"),
    "Direct work with the family": ("direct work", "home visit", "a home visit"),
}


@typed_on(FORM)
async def nomination_form(look: Look) -> Form | None:
    """``who: Ada Byrne``, ``1`` for one of several, ``for: …``, ``supervision``, ``send``."""
    card = await look_at(FORM, look)
    if not isinstance(card, NominationForm):
        return None
    return Form(
        title="Your nomination",
        ref=card.ref,
        version=card.version,
        questions=_parts_of(card),
        keep="fill_nomination",
        words=_words_of(card),
        progress=_progress(card),
        hint=HINT,
    )


def _parts_of(card: NominationForm) -> tuple[Question, ...]:
    places = tuple(Choice(value=one, title=one, words=_SHORT.get(one, ())) for one in SOURCES)
    name = card.nominee or (card.who if card.candidates else "")
    rule = Question(key="rule", ask="What is it for", names=("rule",), value=card.rule)
    return (
        Question(key="who", ask="Who is it", names=("who", "name", "nominee"), value=name),
        *((_which(card),) if card.candidates else ()),
        Question(key="reason", ask="What for", names=("for", "reason", "why"), value=card.reason),
        Question(key="seen", ask=_where(), names=("seen",), value=card.seen, choices=places),
        Question(key="seen", ask="Where", names=("seen", "where", "seen in"), value=card.seen),
        rule,
    )


def _where() -> str:
    return "Where did you see it: supervision, a team meeting, an audit…"


def _which(card: NominationForm) -> Question:
    """Chosen by number or by the whole line, which tells two of the same name apart."""
    return Question(
        key="chosen",
        ask=f"Which one: {_several(card)}",
        names=("which",),
        choices=tuple(
            Choice(value=str(one.ref), title=f"{one.name}, {one.detail}", words=(one.detail,))
            for one in card.candidates
        ),
        keep="fill_nomination",
    )


def _several(card: NominationForm) -> str:
    said = [f"{at} {one.name}, {one.detail}" for at, one in enumerate(card.candidates, 1)]
    return "; ".join(said)


def _words_of(card: NominationForm) -> dict[str, str]:
    words = {"send": "send_nomination", "submit": "send_nomination", "send it": "send_nomination"}
    if card.alike:
        words |= dict.fromkeys(("endorse", "endorse it"), "endorse_nomination")
        words |= dict.fromkeys(("new", "send anyway", "send it as a new one"), "nominate_apart")
    return words | dict.fromkeys(("drop", "drop it"), "drop_nomination")


def _progress(card: NominationForm) -> str:
    if card.alike and not card.alike.own:
        return "Somebody has nominated them for much the same: type endorse, or new."
    return "Your nomination is not sent yet."


@typed_on(SENT)
async def nomination_sent(look: Look) -> Form | None:
    """``answer: …`` while a question is open."""
    card = await look_at(SENT, look)
    if not isinstance(card, NominationSent) or card.state != "queried":
        return None
    answer = Question(key="answer", ask="Your answer", names=("answer",), named_only=True)
    return Form(
        title=card.number,
        ref=card.ref,
        version=card.version,
        questions=(answer,),
        keep="answer_nomination",
        progress=f"{card.number}: a question is open.",
        hint="Type answer: and your words.",
    )


@typed_on(TO_VERIFY)
async def nomination_to_verify(look: Look) -> Form | None:
    """``accept``, ``accept: …``, ``ask: …``, ``decline: …``, ``pass``."""
    card = await look_at(TO_VERIFY, look)
    if not isinstance(card, NominationToVerify) or not card.editable:
        return None
    waits = card.state == "queried"  # then it is decided on the card, or after the answer
    words = dict.fromkeys(("pass", "pass it on"), "pass_nomination")
    return Form(
        title=card.number,
        ref=card.ref,
        version=card.version,
        questions=() if waits else _decisions(card),
        words=words if waits else words | {"accept": "accept_nomination"},
        progress=f"{card.number}: good practice to verify.",
        hint="Type accept: and the text for the library, ask: …, decline: … or pass.",
    )


def _decisions(card: NominationToVerify) -> tuple[Question, ...]:
    return (
        Question(
            key="text",
            ask="The text",
            names=("accept", "text"),
            value=card.text,
            keep="accept_nomination",
        ),
        Question(key="question", ask="Your question", names=("ask",), keep="query_nomination"),
        Question(key="note", ask="Your note", names=("decline",), keep="decline_nomination"),
    )
