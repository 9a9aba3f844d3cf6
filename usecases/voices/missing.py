"""One person of a family could not be heard: noted without opening a form (SEF-05, HER-06)."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.grading import accept_words
from domain.refs import Ref
from domain.voices.rules import accept_missed
from domain.voices.voice import SPEAKERS
from usecases.asking import Answer, Ask
from usecases.voices.begin_voice import voice_of_family
from usecases.voices.finding import voice_at
from usecases.voices.finish_voice import missed_voice
from usecases.voices.settling import another, settle


async def miss_one(ask: Ask) -> Answer:
    """Keep the reason of the person who was chosen; raises Fault, and nothing is kept."""
    new = await voice_of_family(ask, heard=False)
    voice = await ask.uow.voices.begin(new, ask.now)
    at = await voice_at(ask.uow, ask.council, voice.id)
    if at is None or at.family is None or new.audit_id is None:
        raise LookupError(f"voice {voice.id} was begun and is not there")
    tried = accept_words("words", ask.typed("words"), said="line")
    missed = accept_missed(at.asking, replace(missed_voice(ask, voice), tried=tried))
    _, changed = await settle(ask, at, missed)
    asks = another(at.family, await ask.uow.voices.of_audit(new.audit_id))
    line = f"Kept: why the {SPEAKERS[new.speaker].lower()} was not heard. {asks}".strip()
    about = Ref("family", ask.ref.key)
    return Answer(view="family_contact", about=about, changed=changed, line=line)
