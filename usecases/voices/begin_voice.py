"""Begin to write down what somebody of a family said, in an audit (SEF-05, HER-06, LEI-05)."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault, NotFoundFault
from domain.talks.family import FamilyStep, family_rule, family_step
from domain.voices.rules import asked_in_audit
from domain.voices.voice import NewVoice, Speaker
from usecases.asking import Answer, Ask, verb
from usecases.audits.scene import Scene, scene_of_audit
from usecases.talks.finding import check_running
from usecases.voices.writing import begin

LOCKED = (
    "This is locked until the worker has said whether the family agrees. Nothing was "
    "kept: you are told as soon as there is an answer."
)
NOT_AGREED = (
    "The family has not agreed, so nobody can have heard them. Nothing was kept: please "
    "choose the reason."
)
WHO = "Please choose who speaks. Nothing was kept."


@verb(subject="family", past="began to write down what was said")
async def begin_voice(ask: Ask) -> Answer:
    """Post the form for one person; a form of its own for each. Raises Fault while locked."""
    new = await voice_of_family(ask)
    await begin(ask, new)
    line = "Here is the form: word for word, please."
    return Answer(view="family_contact", about=ask.ref, line=line)


async def voice_of_family(ask: Ask, *, heard: bool = True) -> NewVoice:
    """The voice of whoever was chosen; raises Fault where nobody was, or may be heard."""
    entry = await ask.uow.families.get(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, entry.audit_id) if entry else None
    rule = family_rule(scene.programme) if scene else None
    if entry is None or scene is None or rule is None:
        raise NotFoundFault
    check_running(scene)
    consent = await ask.uow.families.consent_of(scene.audit.id)
    step = family_step(rule, replace(entry, heard=None), consent)
    if step is FamilyStep.LOCKED:
        raise Fault(LOCKED)
    if heard and step is not FamilyStep.OPEN:
        raise Fault(NOT_AGREED, field="reason")
    return _new(ask, scene, asked_in_audit(rule, Speaker.PARENT).ways[0])


def _new(ask: Ask, scene: Scene, how: str) -> NewVoice:
    said = ask.typed("heard").strip()[:80]
    chosen = ask.typed("speaker") or (Speaker.OTHER if said else "")
    if chosen not in set(Speaker):
        raise Fault(WHO, field="speaker")
    return NewVoice(
        speaker=Speaker(chosen),
        noted_by=ask.actor.id,
        audit_id=scene.audit.id,
        case_ref=scene.case.ref,
        who=said,
        how=how,
    )
