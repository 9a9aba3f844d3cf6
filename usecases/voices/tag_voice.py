"""Whoever may read a piece of feedback says what it is about (COL-34, SOM-23)."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault
from domain.voices.voice import THEMES
from usecases.asking import Answer, Ask, verb
from usecases.voices.finding import voice_for, voice_ref
from usecases.voices.writing import FORM, one_of

NOT_KEPT = "This is not kept yet, so it has no theme. Please keep it first."


@verb(subject="voice", past="noted what it is about")
async def tag_voice(ask: Ask) -> Answer:
    """Note the theme, or take it away; the words stay as they are. Raises Fault."""
    at = await voice_for(ask)
    if not at.voice.settled:
        raise Fault(NOT_KEPT)
    theme = one_of(ask, "theme", THEMES)
    saved = await ask.uow.voices.save(replace(at.voice, theme=theme), ask.now)
    await ask.uow.trail.record(
        voice_ref(saved),
        "tag_voice",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "theme": theme},
    )
    line = f"Noted: {theme.lower()}." if theme else "The theme was taken away."
    return Answer(view=FORM, about=ask.ref, changed=(ask.ref,), line=line)
