"""Save a voice that is still being written, open it again, give it up."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault, NotFoundFault
from domain.voices.voice import VoiceState
from usecases.asking import Answer, Ask, verb
from usecases.talks.finding import back_to_grading
from usecases.talks.open_talks import family_seats
from usecases.voices.finding import voice_at, voice_for, voice_ref
from usecases.voices.writing import FORM, post, typed_into

KEPT = "This is kept already, so nothing was changed. Its words can be put right on the card."


@verb(subject="voice", past="saved what was said so far")
async def keep_voice(ask: Ask) -> Answer:
    """Save what was typed; nothing is kept as heard yet."""
    at = await voice_for(ask)
    if not at.voice.open:
        raise Fault(KEPT)
    await ask.uow.voices.save(typed_into(ask, at), ask.now)
    line = "Saved. Nothing counts yet: type keep when it is whole."
    return Answer(view=FORM, about=ask.ref, changed=(ask.ref,), line=line)


@verb(subject="voice")
async def open_voice(ask: Ask) -> Answer:
    """Post the card of a voice."""
    at = await voice_at(ask.uow, ask.council, ask.ref.number)
    if at is None:
        raise NotFoundFault
    await post(ask, at.voice)
    return Answer(view=FORM, about=ask.ref, line="Here it is.")


@verb(subject="voice", past="gave it up")
async def drop_voice(ask: Ask) -> Answer:
    """Give a draft up; nothing of it counts."""
    at = await voice_for(ask)
    if not at.voice.open:
        raise Fault(KEPT)
    saved = await ask.uow.voices.save(replace(at.voice, state=VoiceState.DROPPED), ask.now)
    await ask.uow.trail.record(
        voice_ref(saved),
        "drop_voice",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    if at.scene:
        await back_to_grading(ask, family_seats(at.scene))
    else:
        await ask.uow.focuses.clear(ask.actor.id)
    return Answer(view=FORM, about=ask.ref, changed=(ask.ref,), line="Given up.")
