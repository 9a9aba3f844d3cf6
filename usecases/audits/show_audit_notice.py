"""The notice of an audit, for one person who is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cards.audits.audit_notice import AuditNotice, FamilyContact
from cards.audits.parts import SeatHolder
from domain.audits.audit import Seat
from domain.audits.notice import Notice
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.cases.happening import chosen_because
from domain.frameworks.programme import Programme
from domain.people.person import Person
from usecases.audits.noticing import talkers
from usecases.audits.scene import Scene, holders_of, scene_of_audit
from usecases.showing import Look, shows


@shows("audit_notice")
async def show_audit_notice(look: Look) -> AuditNotice | None:
    """What will happen, for the worker or for the others; None for anybody who is not told."""
    notice = await look.uow.notices.get(look.about.number)
    if notice is None or notice.person_id != look.reader.id:
        return None
    scene = await scene_of_audit(look.uow, look.council, notice.audit_id)
    if scene is None:
        return None
    programme = scene.programme
    people = await holders_of(look.uow, scene.first_seats)
    talks = [c for c in programme.conversations if "worker" in c.people]
    return AuditNotice(
        ref=look.about,
        version=notice.version,
        case=scene.case.ref,
        programme=programme.title,
        auditors=_auditors(look, scene, people),
        talks_with=tuple(_named(scene, people, seat) for seat in talkers(scene)),
        first_day=scene.cycle.opens_on,
        last_day=scene.cycle.due_on,
        is_worker=notice.role == "worker",
        look_back_months=programme.look_back_months,
        minimum_talk_minutes=talks[0].minutes or None if talks else None,
        family_contact=_family(programme),
        chosen_because=chosen_because(scene.cycle.occasion) or None,
        sentence=programme.notice.sentence if programme.notice else "",
        lines=_lines(scene, people),
        state=_state(notice),
        seen_on=local_day(notice.seen_at) if notice.seen_at else None,
        suggested=(notice.agreed,) if notice.agreed else notice.times,
        notice=look.notice or None,
    )


def _lines(scene: Scene, people: Mapping[str, Person]) -> tuple[str, ...]:
    """The framework's lines with a holder's name put in for each seat, such as ``{peer}``."""
    steps = scene.programme.notice.steps if scene.programme.notice else ()
    names: dict[str, list[str]] = {}
    for seat in scene.first_seats:
        names.setdefault(seat.role, []).append(_named(scene, people, seat))
    for role, holders in names.items():
        steps = tuple(line.replace(f"{{{role}}}", say_list(holders)) for line in steps)
    return steps


def _named(scene: Scene, people: Mapping[str, Person], seat: Seat) -> str:
    holder = people.get(seat.holder or "")
    return holder.first_name if holder else f"the {scene.rule(seat).label}"


def _auditors(look: Look, scene: Scene, people: Mapping[str, Person]) -> tuple[SeatHolder, ...]:
    return tuple(
        SeatHolder(
            label=scene.rule(seat).label, name=holder.name, role=look.council.main_role(holder)
        )
        for seat in scene.first_seats
        if (holder := people.get(seat.holder or ""))
    )


def _family(programme: Programme) -> FamilyContact:
    if programme.family is None:
        return FamilyContact.NONE
    first = programme.family.consent == "worker_first"
    return FamilyContact.WORKER_ASKS_CONSENT if first else FamilyContact.AUDITOR_RINGS


def _state(notice: Notice) -> Literal["new", "seen", "times_sent", "agreed"]:
    if notice.agreed:
        return "agreed"
    if notice.times:
        return "times_sent"
    return "seen" if notice.seen_at else "new"
