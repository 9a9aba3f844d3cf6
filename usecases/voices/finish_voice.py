"""Keep a voice as heard, or as not heard with the reason (SEF-05, SEF-10, COL-32)."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault
from domain.refs import Ref
from domain.voices.rules import accept_heard, accept_missed
from domain.voices.voice import SPEAKERS, Voice, VoiceState
from usecases.asking import Answer, Ask, verb
from usecases.voices.finding import VoiceAt, voice_for
from usecases.voices.settling import another, raise_worry, settle
from usecases.voices.writing import FORM, typed_into

MOST_TRIES = 20
OVER = "This was noted before, so nothing was changed."


@verb(subject="voice", past="kept what was said")
async def finish_voice(ask: Ask) -> Answer:
    """Keep the words; what was kept before stays beside words that are put right."""
    at = await voice_for(ask)
    if at.voice.state not in {VoiceState.DRAFT, VoiceState.HEARD}:
        raise Fault(OVER)
    heard = accept_heard(at.asking, typed_into(ask, at), await _beside(ask, at))
    saved, changed = await settle(ask, at, heard)
    raised = await raise_worry(ask, at, saved)
    first = "Kept, word for word." if at.voice.open else "Put right; the earlier words stay too."
    return await _answer(ask, at, changed, f"{first} {raised}".strip())


@verb(subject="voice", past="noted why they were not heard")
async def miss_voice(ask: Ask) -> Answer:
    """Keep the reason, how often it was tried and in what way."""
    at = await voice_for(ask)
    if not at.voice.open:
        raise Fault(OVER)
    missed = missed_voice(ask, typed_into(ask, at))
    _, changed = await settle(ask, at, accept_missed(at.asking, missed))
    line = f"Kept: why the {SPEAKERS[at.voice.speaker].lower()} was not heard."
    return await _answer(ask, at, changed, line)


def missed_voice(ask: Ask, voice: Voice) -> Voice:
    """The voice with the reason and the tries that were typed; raises Fault on no number."""
    typed = ask.typed("tries").strip() or "0"
    if not (typed.isascii() and typed.isdecimal() and int(typed[:4]) <= MOST_TRIES):
        raise Fault(
            f"How often did you try? Please give a number from 0 to {MOST_TRIES}.", field="tries"
        )
    return replace(voice, reason=ask.typed("reason"), tries=int(typed))


async def _beside(ask: Ask, at: VoiceAt) -> list[Voice]:
    every = await ask.uow.voices.of_audit(at.scene.audit.id) if at.scene else []
    return [one for one in every if one.id != at.voice.id]


async def _answer(ask: Ask, at: VoiceAt, changed: tuple[Ref, ...], line: str) -> Answer:
    voices = await ask.uow.voices.of_audit(at.scene.audit.id) if at.scene else []
    asks = another(at.family, voices) if at.family and at.voice.open else ""
    said = f"{line} {asks}".strip()
    return Answer(view=FORM, about=ask.ref, changed=(ask.ref, *changed), line=said)
