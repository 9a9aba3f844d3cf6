"""Typing what somebody said: every answer by its own word, then ``keep``."""

from __future__ import annotations

from collections.abc import Sequence

from cards.voices.feedback_start import FeedbackStart
from cards.voices.voice_form import VoiceForm
from dialogs.forms.form import Choice, Form, Question, typed_on
from domain.voices.voice import Speaker
from usecases.showing import Look, look_at

NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
SPOKEN = {
    Speaker.CHILD: ("child", "the child", "boy", "girl"),
    Speaker.YOUNG_PERSON: ("young person", "the young person"),
    Speaker.YOUNG_ADULT: ("young adult", "the young adult", "care leaver"),
    Speaker.PARENT: ("parent", "the parent", "mother", "the mother", "father", "the father"),
    Speaker.CARER: ("carer", "the carer", "foster carer", "grandmother", "grandfather"),
    Speaker.OTHER: ("somebody else", "other"),
}
WORRIES = {
    "none": ("no", "none"),
    "now": ("now", "raise it now"),
    "left": ("later", "can wait", "wait"),
}
AGREED = Choice(value="yes", title="They agreed to talk", words=("agreed", "yes"))
WISHED = Choice(value="yes", title="The young adult wishes it", words=("yes", "wished"))


def speakers(names: tuple[str, ...], keep: str, choices: Sequence[tuple[str, str]]) -> Question:
    """Who speaks, by a word of their own: ``heard mother``."""
    return Question(
        key="speaker",
        ask="Who speaks next",
        names=names,
        choices=tuple(
            Choice(value=key, title=title, words=SPOKEN[Speaker(key)]) for key, title in choices
        ),
        named_only=True,
        keep=keep,
    )


@typed_on("voice_form")
async def voice_form(look: Look) -> Form | None:
    """``first: he listens to us``, ``they agreed``, ``worry now``, ``not heard declined``."""
    card = await look_at("voice_form", look)
    if not isinstance(card, VoiceForm) or not card.may_write:
        return None
    if card.state == "writing":
        return _writing(card)
    return _kept(card) if card.state == "heard" else None


def _writing(card: VoiceForm) -> Form:
    return Form(
        title=card.speaker,
        ref=card.ref,
        version=card.version,
        questions=(*_answers(card), *_ticks(card), *_lists(card), *_texts(card)),
        keep="keep_voice",
        words={
            "keep": "finish_voice",
            "keep it": "finish_voice",
            "done": "finish_voice",
            "save": "keep_voice",
            "save for later": "keep_voice",
            "give it up": "drop_voice",
        },
        progress=f"{card.what}: {card.speaker}.",
        hint="Type their words, then keep. Or not heard and why.",
    )


def _kept(card: VoiceForm) -> Form:
    """Words that are kept can be put right, each by its own word."""
    named = tuple(
        Question(key=one.key, ask=one.ask, names=one.names, value=one.value, keep="finish_voice")
        for one in _answers(card)
    )
    return Form(
        title=card.speaker,
        ref=card.ref,
        version=card.version,
        questions=named,
        progress=f"{card.what}: kept.",
        hint="It is kept. Type first: and the words, to put them right.",
    )


def _answers(card: VoiceForm) -> tuple[Question, ...]:
    return tuple(
        Question(
            key=f"answer_{number}",
            ask=f"{question} Their words next",
            names=(name, f"{name} answer"),
            value=words,
        )
        for name, (number, question, words) in zip(NUMBERS, card.questions, strict=False)
    )


def _ticks(card: VoiceForm) -> tuple[Question, ...]:
    rows = (
        ("agreed", "Type they agreed, if they did", ("they", "agreement"), AGREED),
        ("wished", "Type wished, if the young adult wishes it", ("wish",), WISHED),
    )
    asked = {"agreed": card.asks_agreement, "wished": card.asks_wish}
    return tuple(
        Question(
            key=key,
            ask=ask,
            names=names,
            value=_ticked(card, key),
            choices=(choice,),
            named_only=True,
        )
        for key, ask, names, choice in rows
        if asked[key]
    )


def _ticked(card: VoiceForm, key: str) -> str:
    return "yes" if card.values.get(key) == "yes" else ""


def _lists(card: VoiceForm) -> tuple[Question, ...]:
    worries = tuple(Choice(value=k, title=t, words=WORRIES[k]) for k, t in card.worries)
    asked, steps = card.rating
    rows: list[tuple[str, str, tuple[str, ...], tuple[Choice, ...]]] = [
        ("how", "How they were reached next", ("by", "how"), _choices(card.ways)),
        ("worry", "Whether they voiced a worry next", ("worry",), worries),
        ("help", "What helped next", ("help",), _choices(card.helps)),
        ("theme", "What it is about next", ("theme", "about"), _choices(card.themes)),
    ]
    if steps:
        rows.append(("rating", f"{asked} Their rating next", ("rating",), _choices(steps)))
    found = [
        Question(
            key=key,
            ask=ask,
            names=names,
            value=card.values.get(key, ""),
            choices=choices,
            named_only=True,
        )
        for key, ask, names, choices in rows
    ]
    why = Question(
        key="reason",
        ask="Why they were not heard",
        names=("not heard",),
        choices=tuple(Choice(value=k, title=t, words=(k,)) for k, t in card.reasons),
        named_only=True,
        keep="miss_voice",
        optional=True,
    )
    return (*found, why)


def _choices(pairs: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(value=key, title=title) for key, title in pairs)


def _texts(card: VoiceForm) -> tuple[Question, ...]:
    """They take no text that does not name them: that is for the person's own words."""
    rows = (
        ("help_words", "The language next", ("language", "interpreter")),
        ("medium", "Where it is kept next", ("kept in", "recording", "letter")),
        ("worried", "The worry in their words next", ("worried", "the worry")),
        ("summary", "Your summary next", ("summary",)),
        ("who", "Who, by role, next", ("who",)),
        ("tried", "What you tried next", ("tried",)),
    )
    return tuple(
        Question(key=key, ask=ask, names=names, value=card.values.get(key, ""), optional=True)
        for key, ask, names in rows
    )


@typed_on("feedback_start")
async def feedback_start(look: Look) -> Form | None:
    """``child``, ``record: C-23087``; a word of the speaker begins it."""
    card = await look_at("feedback_start", look)
    if not isinstance(card, FeedbackStart):
        return None
    from_whom = speakers(("heard", "from"), "begin_feedback", card.speakers)
    asked = (from_whom,) if card.speakers else ()
    return Form(
        title="Feedback",
        ref=card.ref,
        version=card.version,
        questions=asked,
        words={} if asked else {"write it down": "begin_feedback"},
        progress="Who speaks?" if asked else "Nothing is written down yet.",
        hint="Type from and who speaks, such as from parent." if asked else "Type write it down.",
    )
