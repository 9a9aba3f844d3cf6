"""A voice with everything around it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.audits.audit import AuditState
from domain.faults import Fault, NotFoundFault
from domain.frameworks.meeting import FamilyContact
from domain.frameworks.sections import FeedbackRule
from domain.refs import Ref
from domain.talks.family import family_rule
from domain.voices.rules import Asking, asked_alone, asked_in_audit, called, feedback_rule
from domain.voices.voice import Voice
from usecases.asking import Ask
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceAt:
    """A voice, what is asked of it, and the audit or the council's way that it belongs to."""

    voice: Voice
    asking: Asking
    title: str
    scene: Scene | None = None
    family: FamilyContact | None = None
    way: FeedbackRule | None = None

    @property
    def ref(self) -> Ref:
        """The subject of its card."""
        return voice_ref(self.voice)

    @property
    def own(self) -> bool:
        """Whether staff answer it themselves."""
        return self.way is not None and self.way.own

    @property
    def called(self) -> str:
        """The speaker without a name."""
        return called(self.voice, own=self.own)

    @property
    def over(self) -> bool:
        """Whether its audit is over, so that nothing is written any more."""
        state = self.scene.audit.state if self.scene else AuditState.OPEN
        return state in {AuditState.CANCELLED, AuditState.FINAL}


def voice_ref(voice: Voice) -> Ref:
    """``voice-7``."""
    return Ref("voice", str(voice.id))


async def voice_at(uow: UnitOfWork, council: Council, voice_id: int) -> VoiceAt | None:
    """The voice; None where it is gone, or the council's file has its rule no more."""
    voice = await uow.voices.get(voice_id)
    if voice is None:
        return None
    if voice.audit_id is not None:
        return await _in_audit(uow, council, voice, voice.audit_id)
    way = feedback_rule(council.framework, voice.source)
    if way is None:
        return None
    asking = asked_alone(way, voice.speaker)
    where = f" · {voice.case_ref}" if voice.case_ref else ""
    return VoiceAt(voice=voice, asking=asking, title=f"{way.title}{where}", way=way)


async def _in_audit(
    uow: UnitOfWork, council: Council, voice: Voice, audit_id: int
) -> VoiceAt | None:
    scene = await scene_of_audit(uow, council, audit_id)
    rule = family_rule(scene.programme) if scene else None
    if scene is None or rule is None:
        return None
    return VoiceAt(
        voice=voice,
        asking=asked_in_audit(rule, voice.speaker),
        title=f"{scene.programme.title} · {scene.case.ref}",
        scene=scene,
        family=rule,
    )


async def voice_for(ask: Ask) -> VoiceAt:
    """The voice that is asked about, of work that still runs; raises Fault."""
    found = await voice_at(ask.uow, ask.council, ask.ref.number)
    if found is None:
        raise NotFoundFault
    if found.over:
        raise Fault("This audit is over, so nothing was changed. What was noted stays as it is.")
    return found
