"""The talks of an audit, for whoever holds a seat of it."""

from __future__ import annotations

from cards.talks.audit_talks import AuditTalks, TalkLine
from cards.talks.parts import moment
from domain.audits.audit import Seat
from domain.calendar.wording import say_date
from domain.frameworks.meeting import Conversation
from domain.people.on_record import on_record
from domain.refs import Ref
from domain.talks.family import CONSENT_TITLES, FamilyStep, family_rule, family_step
from domain.talks.rules import conversations, is_joint, reason_title, still_to_tick
from domain.talks.talk import Talk, TalkState
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, scene_of_seat
from usecases.audits.submitting import gates
from usecases.showing import Look, shows
from usecases.talks.pairing import names_on_call

FAMILY = "The family's views"
STEPS = {
    FamilyStep.LOCKED: "Locked until the worker has asked them",
    FamilyStep.OPEN: "Hear them, or say why not",
    FamilyStep.REASON_ONLY: "No answer: say why they were not heard",
}


@shows("audit_talks")
async def show_audit_talks(look: Look) -> AuditTalks | None:
    """Each talk with how far it is; None for anybody who does not hold the seat."""
    scene = await scene_of_seat(look.uow, look.council, look.about.number)
    seat = scene.seat(look.about.number) if scene else None
    if scene is None or seat is None:
        return None
    if not await holds_seat(look.uow, look.reader, seat, look.today):
        return None
    pairing = await look.uow.pairings.of_seat(seat.id)
    helper = await look.uow.people.get(pairing.helper) if pairing else None
    return AuditTalks(
        ref=look.about,
        version=seat.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        talks=(*await _talks(look, scene, seat), *await _family(look, scene, seat)),
        waiting=len(await gates(look.uow, scene, seat)),
        read_by=helper.name if helper else "",
        on_call=await names_on_call(look.uow, scene, look.now),
        notice=look.notice or None,
    )


async def _talks(look: Look, scene: Scene, seat: Seat) -> list[TalkLine]:
    kept = await look.uow.talks.of_audit(scene.audit.id)
    people = await look.uow.people.all()
    found = []
    for rule in conversations(scene.programme):
        talk = kept.get(rule.key)
        with_whom = on_record(rule.people, scene.case, people)
        if talk is None or seat.role not in rule.between:
            continue
        # one that is up to the auditor is offered where there is somebody to talk to (SEF-04)
        if not rule.required and rule.people and not with_whom:
            continue
        names = ", ".join(people[one].name for one in with_whom)
        detail = await _detail(look, scene, rule, talk, names)
        found.append(
            TalkLine(
                name=rule.title,
                detail=detail,
                ref=Ref("talk", str(talk.id)),
                version=talk.version,
                open_verb="open_talk",
            )
        )
    return found


async def _detail(look: Look, scene: Scene, rule: Conversation, talk: Talk, names: str) -> str:
    if is_joint(rule):
        waiting = still_to_tick(rule, scene.seats, await look.uow.talks.ticks(talk.id))
        return f"{len(waiting)} of {len(rule.between)} still to tick" if waiting else "Ticked"
    if talk.state is TalkState.BOOKED and talk.starts_at:
        return f"Booked for {moment(talk.starts_at)}"
    if talk.state is TalkState.HELD and talk.held_on:
        return f"Held on {say_date(talk.held_on)}"
    if talk.state is TalkState.NOT_HELD:
        return f"Not held: {reason_title(talk.reason)}"
    length = f", at least {rule.minutes} minutes" if rule.minutes else ""
    if rule.required:
        return f"Not booked yet{length}" if rule.booked else f"Not noted yet{length}"
    return f"Up to you: {names}" if names else "Up to you"


async def _family(look: Look, scene: Scene, seat: Seat) -> list[TalkLine]:
    rule = family_rule(scene.programme)
    entry = await look.uow.families.of_audit(scene.audit.id)
    if rule is None or entry is None or seat.role not in rule.seats:
        return []
    consent = await look.uow.families.consent_of(scene.audit.id)
    step = family_step(rule, entry, consent)
    detail = STEPS.get(step, "Heard" if entry.heard else "Not heard, with the reason")
    if step is FamilyStep.DONE and entry.heard is None and consent:
        detail = CONSENT_TITLES[consent.agreed]
    return [
        TalkLine(
            name=FAMILY,
            detail=detail,
            ref=Ref("family", str(entry.id)),
            version=entry.version,
            open_verb="open_family",
        )
    ]
