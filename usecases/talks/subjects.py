"""How talks and what belongs to them are found, and who stands how to them."""

from __future__ import annotations

from domain.audits.audit import Seat
from domain.frameworks.meeting import Conversation
from domain.permissions.relations import Relation
from domain.refs import Ref
from domain.talks.family import family_rule
from domain.talks.rules import is_joint
from usecases.asking import Ask, Subject, subject
from usecases.audits.holding import holds_seat
from usecases.audits.scene import scene_of_audit, scene_of_seat
from usecases.standing import stands_for
from usecases.talks.finding import talk_at

HERE = {Relation.COLLEAGUE}


def view_of(rule: Conversation) -> str:
    """The view that shows a talk."""
    return "joint_talk" if is_joint(rule) else "talk"


@subject("talk")
async def find_talk(ask: Ask) -> Subject | None:
    """A talk; whoever holds one of its seats stands to it as holder."""
    found = await talk_at(ask.uow, ask.council, ask.ref.number)
    if found is None:
        return None
    return Subject(
        version=found.talk.version,
        relations=await _holding(ask, found.seats),
        view=view_of(found.rule),
        about=ask.ref,
        what=f"Talk for {found.scene.case.ref}",
        kept={f"note_{key}": words for key, words in found.talk.notes.items()},
    )


@subject("invitation")
async def find_invitation(ask: Ask) -> Subject | None:
    """An invitation to a talk, for whoever was asked."""
    invitation = await ask.uow.talks.invitation(ask.ref.number)
    found = await talk_at(ask.uow, ask.council, invitation.talk_id) if invitation else None
    if invitation is None or found is None:
        return None
    asked = await stands_for(ask.uow, ask.actor, invitation.person_id, ask.today)
    return Subject(
        version=invitation.version,
        relations=frozenset(HERE | ({Relation.TOLD} if asked else set())),
        view="talk_invitation",
        about=ask.ref,
        what=f"Talk for {found.scene.case.ref}",
    )


@subject("consent")
async def find_consent(ask: Ask) -> Subject | None:
    """The question to the family, for the worker on the record."""
    consent = await ask.uow.families.consent(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, consent.audit_id) if consent else None
    if consent is None or scene is None:
        return None
    worker = await stands_for(ask.uow, ask.actor, consent.worker, ask.today)
    return Subject(
        version=consent.version,
        relations=frozenset(HERE | ({Relation.WORKER} if worker else set())),
        view="family_consent",
        about=ask.ref,
        what=f"Family of {scene.case.ref}",
        kept={"asked": consent.asked},
    )


@subject("family")
async def find_family(ask: Ask) -> Subject | None:
    """The family's part of an audit, for the auditors who hear them."""
    entry = await ask.uow.families.get(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, entry.audit_id) if entry else None
    rule = family_rule(scene.programme) if scene else None
    if entry is None or scene is None or rule is None:
        return None
    seats = tuple(seat for seat in scene.seats if seat.role in rule.seats)
    return Subject(
        version=entry.version,
        relations=await _holding(ask, seats),
        view="family_contact",
        about=ask.ref,
        what=f"Family of {scene.case.ref}",
        kept={"words": entry.words},
    )


@subject("pairing")
async def find_pairing(ask: Ask) -> Subject | None:
    """A new auditor's work, for whoever reads it."""
    pairing = await ask.uow.pairings.get(ask.ref.number)
    scene = await scene_of_seat(ask.uow, ask.council, pairing.seat_id) if pairing else None
    if pairing is None or scene is None:
        return None
    reads = await stands_for(ask.uow, ask.actor, pairing.helper, ask.today)
    return Subject(
        version=pairing.version,
        relations=frozenset(HERE | ({Relation.HOLDER} if reads else set())),
        view="assessment_to_read",
        about=ask.ref,
        what=f"Audit of {scene.case.ref}",
    )


@subject("place")
async def find_place(ask: Ask) -> Subject | None:
    """A place in a session; only whoever was asked answers."""
    place = await ask.uow.sessions.place(ask.ref.number)
    if place is None:
        return None
    mine = place.person_id == ask.actor.id
    return Subject(
        version=place.version,
        relations=frozenset(HERE | ({Relation.SELF} if mine else set())),
        view="session_invitation",
        about=ask.ref,
        what="The month's session",
        kept={"idea": place.idea},
    )


@subject("session")
async def find_session(ask: Ask) -> Subject | None:
    """A session, for those who run it."""
    session = await ask.uow.sessions.get(ask.ref.number)
    if session is None:
        return None
    runs = ask.council.coordinates(ask.actor)
    return Subject(
        version=session.version,
        relations=frozenset(HERE | ({Relation.COORDINATOR} if runs else set())),
        view="session_plan",
        about=Ref("session", str(session.id)),
        what="The month's session",
    )


async def _holding(ask: Ask, seats: tuple[Seat, ...]) -> frozenset[Relation]:
    found = set(HERE)
    for seat in seats:
        if await holds_seat(ask.uow, ask.actor, seat, ask.today):
            found.add(Relation.HOLDER)
    return frozenset(found)
