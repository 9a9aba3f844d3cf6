"""What follows once a voice is kept: the family's part, the quota, a worry that cannot wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.calendar.wording import say_list
from domain.frameworks.meeting import FamilyContact
from domain.quotas.piece import Company, Piece
from domain.refs import Ref
from domain.responses.rules import offered
from domain.voices.rules import called, in_order
from domain.voices.voice import Speaker, Voice, VoiceState, Worry
from usecases.asking import Ask
from usecases.audits.allocating import form_ref
from usecases.audits.scene import Scene
from usecases.responses.writing import begin_form
from usecases.talks.finding import back_to_grading
from usecases.talks.open_talks import family_seats
from usecases.voices.finding import VoiceAt, voice_ref

PARENTS = frozenset({Speaker.PARENT, Speaker.CARER})
ANOTHER = "Is there another parent or carer? Add them too, or why they were not heard."
NOT_OFFERED = "If a child may be unsafe, follow your safeguarding procedure now."
BELOW = "The form to raise the worry is below: nobody has been told yet."


async def settle(ask: Ask, at: VoiceAt, voice: Voice) -> tuple[Voice, tuple[Ref, ...]]:
    """Keep it; gives it as kept and the subjects whose cards change."""
    saved = await ask.uow.voices.save(replace(voice, said_on=voice.said_on or ask.today), ask.now)
    await ask.uow.trail.record(
        voice_ref(saved),
        "keep_voice" if saved.state is VoiceState.HEARD else "miss_voice",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    if at.scene:
        return saved, await settle_family(ask, at.scene)
    if at.voice.open and saved.state is VoiceState.HEARD:
        await _count(ask, at, saved)
    await ask.uow.focuses.clear(ask.actor.id)
    prompt = (Ref("prompt", f"{saved.source}.{saved.case_ref}"),) if saved.case_ref else ()
    return saved, (voice_ref(saved), *prompt, *await _rounds(ask, saved))


async def _rounds(ask: Ask, voice: Voice) -> list[Ref]:
    """The cards that count it: those of whoever runs the survey that it answers."""
    entries = await ask.uow.trail.of(voice_ref(voice))
    answered = [e.details.get("survey") for e in entries if e.action == "answer_survey"]
    return [Ref("round", key) for key in dict.fromkeys(map(str, answered))]


async def settle_family(ask: Ask, scene: Scene) -> tuple[Ref, ...]:
    """The family's part says who was heard, or why nobody was; gives the changed subjects."""
    entry = await ask.uow.families.start(scene.audit.id)
    voices = [one for one in await ask.uow.voices.of_audit(scene.audit.id) if one.settled]
    heard = [one for one in in_order(voices) if one.state is VoiceState.HEARD]
    if heard:
        who = say_list([called(one) for one in heard])
        entry = replace(entry, heard=True, who=who, reason="", words="")
    elif voices:
        last = voices[-1]
        entry = replace(entry, heard=False, who="", reason=last.reason, words=last.tried)
    noted = replace(entry, noted_by=ask.actor.id, noted_at=ask.now)
    saved = await ask.uow.families.save(noted)
    seats = family_seats(scene)
    await back_to_grading(ask, seats)
    forms = [form_ref(seat.id) for seat in seats]
    about = Ref("family", str(saved.id))
    mine = [voice_ref(one) for one in voices]
    return (about, *mine, *forms, *(Ref("seat", str(seat.id)) for seat in seats))


async def _count(ask: Ask, at: VoiceAt, voice: Voice) -> None:
    """A piece for the quota of the practitioner whose work it is about (SOM-21)."""
    if at.way is None or at.way.counts_for is None or voice.practitioner is None:
        return
    await ask.uow.pieces.add(
        Piece(
            person_id=voice.practitioner,
            part=at.way.counts_for,
            done_on=voice.said_on or ask.today,
            company=Company.INDIVIDUAL,
            form=str(voice_ref(voice)),
            recorded_by=ask.actor.id,
            recorded_at=ask.now,
        )
    )


async def raise_worry(ask: Ask, at: VoiceAt, voice: Voice) -> str:
    """Open the form for a worry that cannot wait, with the record in it; gives the sentence."""
    if voice.worry is not Worry.RAISED or at.voice.settled:
        return ""
    if not offered(ask.council.framework, ask.actor.roles):
        return NOT_OFFERED
    await begin_form(ask, case_ref=voice.case_ref or "", audit_id=voice.audit_id)
    return BELOW


def another(rule: FamilyContact, voices: Sequence[Voice]) -> str:
    """The question after one parent where the council has each of them tried (SEF-05)."""
    parents = [one for one in voices if one.speaker in PARENTS and one.settled]
    return ANOTHER if rule.each_parent and len(parents) == 1 else ""
