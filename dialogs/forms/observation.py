"""Typing on observations: ``saw: …``, ``on: 2026-12-03``, ``return``; ``read``; ``send``."""

from __future__ import annotations

from cards.observations.observation_form import ObservationForm
from cards.observations.observation_plan import ObservationPlanCard
from cards.observations.observation_shared import ObservationShared
from dialogs.forms.form import Choice, Form, Question, typed_on
from domain.observations.questions import NUMBERS, USUAL
from usecases.showing import Look, look_at

WORDS = {one.key: one.word for one in USUAL} | {f"ask_{word}": word for word in NUMBERS}


@typed_on("observation_form")
async def observation_form(look: Look) -> Form | None:
    """The form in order: whom, what kind, when, then each question."""
    card = await look_at("observation_form", look)
    if not isinstance(card, ObservationForm) or card.returned_on:
        return None
    return Form(
        title="The observation",
        ref=card.ref,
        version=card.version,
        questions=(*_who(card), *_kind(card), _when(card), *_questions(card)),
        keep="keep_observation",
        words={
            "return": "return_observation",
            "return it": "return_observation",
            "send": "return_observation",
            "save": "keep_observation",
        },
        progress="You are writing down an observation. Nobody has been told yet.",
        hint="Type saw: and your words, then return.",
    )


def _who(card: ObservationForm) -> tuple[Question, ...]:
    if card.whom:
        return ()
    value = card.values.get("whom", "")
    return (Question(key="whom", ask="Whom you saw next", names=("who", "whom"), value=value),)


def _kind(card: ObservationForm) -> tuple[Question, ...]:
    if not card.kinds:
        return ()
    choices = tuple(Choice(value=one, title=one) for one in card.kinds)
    value = card.values.get("kind", "")
    question = Question(
        key="kind", ask="What it was next", names=("kind", "what"), value=value, choices=choices
    )
    return (question,)


def _when(card: ObservationForm) -> Question:
    value = card.values.get("seen_on", "")
    return Question(key="seen_on", ask="The day next", names=("on", "when", "day"), value=value)


def _questions(card: ObservationForm) -> tuple[Question, ...]:
    return tuple(
        Question(key=key, ask=text, names=(WORDS.get(key, key),), value=card.values.get(key, ""))
        for key, text in card.questions
    )


@typed_on("observation_shared")
async def observation_shared(look: Look) -> Form | None:
    """``read``, ``comment: …``."""
    card = await look_at("observation_shared", look)
    if not isinstance(card, ObservationShared) or not card.may_answer:
        return None
    comment = Question(
        key="comment",
        ask="Your comment next",
        names=("comment",),
        named_only=True,
        keep="comment_observation",
    )
    return Form(
        title="The observation",
        ref=card.ref,
        version=card.version,
        questions=(comment,),
        words={"read": "read_observation", "i have read it": "read_observation"},
        progress="An observation of your practice is open.",
        hint="Type read, or comment: and your words.",
    )


@typed_on("observation_plan")
async def observation_plan(look: Look) -> Form | None:
    """``send``, ``swap: 2 Wanda Moor``, ``leave out: 2``."""
    card = await look_at("observation_plan", look)
    if not isinstance(card, ObservationPlanCard) or card.state != "proposed":
        return None
    swap = Question(
        key="swap",
        ask="The line and the name next",
        names=("swap",),
        named_only=True,
        keep="change_pair",
    )
    leave = Question(
        key="leave",
        ask="The line next",
        names=("leave out", "leave"),
        named_only=True,
        keep="drop_pair",
    )
    return Form(
        title="The month's observations",
        ref=card.ref,
        version=card.version,
        questions=(swap, leave),
        words={"send": "send_observations", "send them": "send_observations"},
        progress="The month's observations wait for you. Nobody has been told yet.",
        hint="Type send, or swap: a line and a name.",
    )
