"""Voices in the words of the cards."""

from __future__ import annotations

from collections.abc import Iterable

from cards.voices.parts import VoiceShown
from domain.audits.audit import AuditState
from domain.calendar.wording import say_list
from domain.voices.rules import called, in_order
from domain.voices.voice import SPEAKERS, Voice, VoiceState
from usecases.audits.scene import Scene
from usecases.ports import UnitOfWork


def shown(voice: Voice) -> VoiceShown:
    """One voice, word for word."""
    return VoiceShown(
        who=called(voice),
        how=voice.how,
        of_child=voice.speaker.of_child,
        answers=tuple((answer.question, answer.words) for answer in voice.said),
        summary=voice.summary,
    )


async def heard_in(uow: UnitOfWork, scene: Scene) -> tuple[VoiceShown, ...]:
    """Everybody who was heard in an audit, the child first."""
    if scene.audit.state is AuditState.CANCELLED:
        return ()
    voices = in_order(await uow.voices.of_audit(scene.audit.id))
    return tuple(shown(voice) for voice in voices if voice.state is VoiceState.HEARD)


async def family_fact(uow: UnitOfWork, scene: Scene) -> tuple[tuple[str, str], ...]:
    """``The family``: who was heard and who was not, for the auditor's summary."""
    voices = in_order(await uow.voices.of_audit(scene.audit.id))
    heard = _speakers(voice for voice in voices if voice.state is VoiceState.HEARD)
    missed = _speakers(voice for voice in voices if voice.state is VoiceState.MISSED)
    parts = [f"{heard} heard" if heard else "", f"{missed} not heard" if missed else ""]
    said = ", ".join(part for part in parts if part)
    return (("The family", said),) if said else ()


def _speakers(voices: Iterable[Voice]) -> str:
    return say_list([SPEAKERS[voice.speaker].split(",")[0].lower() for voice in voices])
