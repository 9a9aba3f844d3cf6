"""Once a month everybody of the month's audits is asked to think together (SEF-23)."""

from __future__ import annotations

from datetime import date, datetime

from domain.calendar.working_days import local_day
from domain.frameworks.sections import Activity
from domain.people.on_record import on_record
from domain.people.person import Person
from domain.refs import Ref
from domain.talks.session import Session, month_to_look_back_on, session_activities
from usecases.audits.scene import Scene, scene_of_audit
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def invite_to_sessions(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Open the session of each activity for the month that is over, and ask everybody.

    Safe to repeat: a month has one session. The caller commits. Gives how many were opened.
    """
    activities = session_activities(council.framework)
    month = month_to_look_back_on(local_day(now), council.calendar)
    if not activities or month is None:
        return 0
    opened = 0
    for activity in activities:
        if not await uow.sessions.known(activity.key, month):
            opened += await _open(uow, council, activity, month, now)
    return opened


async def _open(
    uow: UnitOfWork, council: Council, activity: Activity, month: date, now: datetime
) -> bool:
    """False where nobody had a part in an audit of that month."""
    asked = await everybody_involved(uow, council, month, local_day(now))
    session = await uow.sessions.open(activity.key, month) if asked else None
    if session is None:
        return False
    await uow.trail.record(
        Ref("session", str(session.id)),
        "open_session",
        actor="practice-loop",
        now=now,
        details={"version": session.version, "asked": len(asked)},
    )
    for place in await uow.sessions.invite(session.id, asked):
        about = Ref("place", str(place.id))
        await tell(uow, "session_invitation", about, place.person_id, now=now, once="asked")
    for person in await coordinators(uow, council, now):
        about = Ref("session", str(session.id))
        await tell(uow, "session_plan", about, person.id, now=now, once="opened")
    return True


async def everybody_involved(
    uow: UnitOfWork, council: Council, month: date, today: date
) -> list[str]:
    """Whoever held a seat, was told, or is on the record of an audit that month, by id."""
    people = await uow.people.all()
    found: set[str] = set()
    for audit_id in await uow.sessions.audits_of_month(month):
        scene = await scene_of_audit(uow, council, audit_id)
        if scene:
            found |= await _of_audit(uow, scene, people)
    return sorted(one for one in found if one in people and people[one].here_on(today))


async def _of_audit(uow: UnitOfWork, scene: Scene, people: dict[str, Person]) -> set[str]:
    told = {notice.person_id for notice in await uow.notices.of_audit(scene.audit.id)}
    held = {seat.holder for seat in scene.seats if seat.holder}
    return told | held | set(on_record(("worker",), scene.case, people))


def activity_of(council: Council, session: Session) -> Activity | None:
    """The framework's activity; None where the file has it no more."""
    found = session_activities(council.framework)
    return next((one for one in found if one.key == session.activity), None)
