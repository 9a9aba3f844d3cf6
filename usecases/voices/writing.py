"""A voice with what was typed into its form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.audits.grading import accept_words
from domain.faults import Fault
from domain.focus import Focus
from domain.voices.rules import Asking, answers_for
from domain.voices.voice import THEMES, NewVoice, Voice, VoiceState, Worry
from usecases.asking import Ask
from usecases.showing import tell
from usecases.voices.finding import VoiceAt, voice_ref

FORM = "voice_form"
SHORT = {"who": 80, "help_words": 120, "medium": 200}
LONG = {"worried": 500, "summary": 500, "tried": 500}
WORRIES = {"none": Worry.NONE, "left": Worry.LEFT, "now": Worry.RAISED}


async def begin(ask: Ask, new: NewVoice) -> Voice:
    """Post the form; the same person's draft about the same speaker is carried on with."""
    known = [one for one in await ask.uow.voices.drafts_of(ask.actor.id) if _same(one, new)]
    voice = known[0] if known else await ask.uow.voices.begin(new, ask.now)
    if not known:
        await ask.uow.trail.record(
            voice_ref(voice),
            "begin_voice",
            actor=ask.actor.id,
            now=ask.now,
            details={"version": voice.version},
        )
    await post(ask, voice)
    return voice


async def post(ask: Ask, voice: Voice) -> None:
    """The form in the chat, and typed words go to it."""
    about = voice_ref(voice)
    await tell(ask.uow, FORM, about, ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=about), ask.now)


def _same(one: Voice, new: NewVoice) -> bool:
    mine = (one.audit_id, one.source, one.case_ref, one.speaker, one.practitioner)
    return mine == (new.audit_id, new.source, new.case_ref, new.speaker, new.practitioner)


def typed_into(ask: Ask, at: VoiceAt) -> Voice:
    """The voice as typed; an input that was not sent is empty, as Teams does it. Raises Fault.

    Once it is kept, only words and the summary can be put right, and clearing changes nothing.
    """
    voice = at.voice
    if voice.state is VoiceState.HEARD:
        known = {answer.number: answer.words for answer in voice.answers}
        words = {n: said or known.get(n, "") for n, said in _answers(ask, at.asking).items()}
        summary = _words(ask, "summary") or voice.summary
        return replace(voice, answers=answers_for(at.asking, words, voice), summary=summary)
    return replace(
        voice,
        answers=answers_for(at.asking, _answers(ask, at.asking), voice),
        agreed=_tick(ask, "agreed") if at.asking.agreement else None,
        wished=_tick(ask, "wished") if "wished" in ask.inputs else voice.wished,
        how=one_of(ask, "how", at.asking.ways) or at.asking.ways[0],
        help=_help(ask, at.asking),
        who=_words(ask, "who") or voice.who,
        medium=_words(ask, "medium"),
        rating=_rating(ask, at.asking),
        worry=WORRIES.get(ask.typed("worry"), Worry.NONE),
        worried=_words(ask, "worried"),
        summary=_words(ask, "summary"),
        tried=_words(ask, "tried"),
        theme=one_of(ask, "theme", THEMES) if "theme" in ask.inputs else voice.theme,
    )


def _answers(ask: Ask, asking: Asking) -> dict[int, str]:
    every = range(1, len(asking.questions) + 1)
    return {n: accept_words(f"answer_{n}", ask.typed(f"answer_{n}"), said="answer") for n in every}


def _tick(ask: Ask, name: str) -> bool:
    return ask.typed(name) == "yes"


def one_of(ask: Ask, name: str, choices: Sequence[str]) -> str:
    """The choice of that number in the list; empty without one."""
    typed = ask.typed(name)
    return next((text for at, text in enumerate(choices) if typed == str(at)), "")


def _help(ask: Ask, asking: Asking) -> str:
    """``Interpreter, Polish``."""
    parts = (one_of(ask, "help", asking.help), _words(ask, "help_words"))
    return ", ".join(part for part in parts if part)


def _rating(ask: Ask, asking: Asking) -> int | None:
    typed = ask.typed("rating")
    steps = len(asking.rating.steps) if asking.rating else 0
    return next((step for step in range(1, steps + 1) if typed == str(step)), None)


def _words(ask: Ask, name: str) -> str:
    words = accept_words(name, ask.typed(name), said="line")
    limit = SHORT.get(name) or LONG[name]
    if len(words) > limit:
        raise Fault(f"Please keep this to {limit} characters.", field=name)
    return words
