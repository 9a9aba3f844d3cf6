"""What talks and the family's part ask for before an assessment can be submitted."""

from __future__ import annotations

from collections.abc import Sequence

from domain.audits.audit import Seat
from domain.calendar.wording import say_list
from domain.refs import Ref
from domain.talks.family import FamilyStep, family_holds_up, family_rule, family_step
from domain.talks.rules import conversations, holds_up, is_joint, still_to_tick
from usecases.audits.scene import Scene
from usecases.audits.submitting import Gate, before_submitting
from usecases.ports import UnitOfWork
from usecases.talks.finding import TalkAt


@before_submitting
async def a_talks(uow: UnitOfWork, scene: Scene, seat: Seat) -> Sequence[Gate]:
    """SEF-03, HER-04, HER-07, SOM-04: each required talk is noted, ticked, or has a reason."""
    kept = await uow.talks.of_audit(scene.audit.id)
    found = []
    for rule in conversations(scene.programme):
        talk = kept.get(rule.key)
        if not holds_up(rule, seat.role):
            continue
        if talk is None:  # the council's file has a talk that it had not when the audit began
            found.append(_to_all(seat, _the(rule.title)))
            continue
        at = TalkAt(scene=scene, talk=talk, rule=rule)
        phrase = await _ticks(uow, at, seat) if is_joint(rule) else _note(at)
        if phrase:
            title = "Auditors' talk" if is_joint(rule) else "Note the talk"
            found.append(_gate(phrase, title, "go_to_talk", at.ref, talk.version))
    return found


@before_submitting
async def b_family(uow: UnitOfWork, scene: Scene, seat: Seat) -> Sequence[Gate]:
    """HER-06, SEF-05, LEI-05, E-90: the family was heard, or there is a reason."""
    rule = family_rule(scene.programme)
    if rule is None or not family_holds_up(scene.programme, seat.role):
        return []
    entry = await uow.families.of_audit(scene.audit.id)
    if entry is None:  # the same as above
        return [_to_all(seat, "the family's views, or why they were not heard")]
    step = family_step(rule, entry, await uow.families.consent_of(scene.audit.id))
    if step is FamilyStep.DONE:
        return []
    phrase = "the family's views, or why they were not heard"
    if step is FamilyStep.LOCKED:
        phrase = "the worker's answer on whether the family agrees"
    ref = Ref("family", str(entry.id))
    return [_gate(phrase, "The family's part", "go_to_family", ref, entry.version)]


def _note(at: TalkAt) -> str:
    if at.talk.settled:
        return ""
    return f"a note of {_the(at.rule.title)}, or why it was not held"


async def _ticks(uow: UnitOfWork, at: TalkAt, seat: Seat) -> str:
    missing = still_to_tick(at.rule, at.scene.seats, await uow.talks.ticks(at.talk.id))
    if not missing:
        return ""
    who = ["you" if one.id == seat.id else await _name(uow, one) for one in missing]
    return f"the tick of {say_list(who)} for {_the(at.rule.title)}"


async def _name(uow: UnitOfWork, seat: Seat) -> str:
    holder = await uow.people.get(seat.holder) if seat.holder else None
    return holder.name if holder else "an auditor who is still to be found"


def _the(title: str) -> str:
    """``the learning conversation with the key worker``."""
    return f"the {title[:1].lower()}{title[1:]}"


def _to_all(seat: Seat, phrase: str) -> Gate:
    return _gate(phrase, "Open the talks", "open_talks", Ref("seat", str(seat.id)), seat.version)


def _gate(phrase: str, title: str, verb: str, ref: Ref, version: int) -> Gate:
    return Gate(phrase=phrase, title=title, verb=verb, ref=ref, version=version)
