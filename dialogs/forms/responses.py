"""Typing what cannot wait: the form, the story's own words, the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cards.responses.immediate_response import ImmediateResponse
from cards.responses.immediate_response_answer import ImmediateResponseAnswer
from cards.responses.response_form import ResponseForm
from dialogs.forms.form import Choice, Form, Question, typed_on
from domain.refs import Ref
from domain.responses.answer import SAFE, TICKED
from usecases.showing import Look, look_at

ACKNOWLEDGE = ("acknowledge", "ack", "i have it", "have it")
SAID = {
    "seen": ("seen",),
    "confirmed": ("confirmed",),
    "plan": ("plan",),
    "unknown": ("not known",),
}


@typed_on("response_form")
async def response_form(look: Look) -> Form | None:
    """``1``, ``record: C-24113``, ``facts: …``, ``spoken to: …``, ``send``."""
    card = await look_at("response_form", look)
    if not isinstance(card, ResponseForm) or card.state != "writing":
        return None
    return Form(
        title="What you saw",
        ref=card.ref,
        version=card.version,
        questions=_asked(card),
        keep="keep_response",
        words={
            "send": "send_response",
            "send it": "send_response",
            "send it now": "send_response",
            "save": "keep_response",
            "give it up": "drop_response",
        },
        progress="You are writing what cannot wait. Nobody has been told yet.",
        hint="Type facts: and your words, then send.",
    )


def _asked(card: ResponseForm) -> tuple[Question, ...]:
    """What it is, which record, what was seen, who was spoken to."""
    what = Question(
        key="trigger",
        ask="What it is next",
        names=("what", "trigger"),
        value=card.values.get("trigger", ""),
        choices=tuple(Choice(value=key, title=title) for key, title in card.options),
    )
    texts = (
        ("record", "The record next: type record, a colon and its reference", ("record",)),
        ("facts", "What you saw next", ("facts", "saw", "seen")),
        ("spoken_to", "Who you have spoken to next", ("spoken to", "spoken")),
    )
    return (what, *_texts(texts, card.values))


def _texts(
    asked: Iterable[tuple[str, str, tuple[str, ...]]], values: Mapping[str, str]
) -> Iterator[Question]:
    for key, ask, names in asked:
        yield Question(key=key, ask=ask, names=names, value=values.get(key, ""))


@typed_on("immediate_response")
async def immediate_response(look: Look) -> Form | None:
    """``I have it``, ``answer``; for the raiser ``close`` and ``return: …``."""
    card = await look_at("immediate_response", look)
    if not isinstance(card, ImmediateResponse):
        return None
    if card.may.read:
        why = Question(
            key="reason",
            ask="What is missing next",
            names=("return", "return it"),
            keep="return_response",
            named_only=True,
        )
        return Form(
            title=card.number,
            ref=Ref("raised", card.ref.key),
            version=card.round,
            questions=(why,),
            words={"close it": "close_response"},
            progress=f"{card.number} is answered.",
            hint="Type close it, or return: and what is missing.",
        )
    takes = dict.fromkeys(ACKNOWLEDGE, "acknowledge_response") if card.may.acknowledge else {}
    answers = dict.fromkeys(("answer", "answer now"), "open_response") if card.may.answer else {}
    return Form(
        title=card.number,
        ref=card.ref,
        version=card.version,
        words=takes | answers,
        progress=f"{card.number}: {card.state.lower()}.",
        hint="Type I have it, or answer.",
    )


@typed_on("immediate_response_answer")
async def immediate_response_answer(look: Look) -> Form | None:
    """``safe seen``, ``seen: …``, ``done: …``, ``decided: …``, ``recorded``, ``send``."""
    card = await look_at("immediate_response_answer", look)
    if not isinstance(card, ImmediateResponseAnswer) or card.done:
        return None
    return Form(
        title=f"Answer to {card.number}",
        ref=card.ref,
        version=card.version,
        questions=tuple(_answered(card)),
        keep="save_response",
        words={
            "send": "answer_response",
            "send answer": "answer_response",
            "save": "save_response",
        },
        progress=f"You are answering {card.number}.",
        hint="Type done: and your words, then send.",
    )


def _answered(card: ImmediateResponseAnswer) -> Iterator[Question]:
    """Whether the child is safe, when, what was done, who decided, the paperwork."""
    if not card.gap:
        yield Question(
            key="safe",
            ask="Whether the child is safe next",
            names=("safe",),
            value=card.values.get("safe", ""),
            choices=tuple(
                Choice(value=key, title=title, words=SAID[key]) for key, title in SAFE.items()
            ),
        )
    texts = (
        ("seen", "When next", ("seen", "when")),
        ("done", "What has been done next", ("done",)),
        ("decided", "Who decided next", ("decided", "who")),
    )
    yield from _texts(texts, card.values)
    yield Question(
        key="recorded",
        ask="Whether it is recorded next",
        names=("paperwork",),
        value=card.values.get("recorded", ""),
        choices=(Choice(value=TICKED, title="Recorded", words=("recorded", "it is recorded")),),
    )
    if card.widens:
        yield Question(
            key="wider",
            ask="Where to look wider next",
            names=("wider",),
            value=card.values.get("wider", ""),
            choices=tuple(
                Choice(value=str(place), title=text) for place, text in enumerate(card.widens)
            ),
            named_only=True,
        )
