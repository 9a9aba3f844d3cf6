"""What somebody leaves behind gets an owner, and those who run cycles hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from domain.calendar.spoken import Span
from domain.calendar.working_days import LONDON, local_day
from domain.duties import Duty, NewDuty
from domain.people.leaving import gone, of_leaving, takes_over
from domain.people.person import Person
from domain.refs import Ref
from usecases.coordinating import coordinators, tell_coordinators
from usecases.council import Council
from usecases.nudges.quiet import is_quiet
from usecases.people.heirs import given_to, heirs_of
from usecases.ports import UnitOfWork
from usecases.showing import tell

ACTOR = "practice-loop"
LEAVER, LEAVERS = "leaver", "leavers"
ALL = Ref(LEAVERS, "all")


def leaver_ref(person_id: str) -> Ref:
    """The subject of the card about one who has left."""
    return Ref(LEAVER, person_id)


async def pass_on_duties(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Give what those who have left still hold to others; gives how many duties.

    Not in quiet hours. The caller commits.
    """
    behind = [] if is_quiet(council, now) else await uow.duties.left_behind(local_day(now))
    moved = 0
    for person_id in sorted({duty.holder for duty in behind}):
        theirs = [duty for duty in behind if duty.holder == person_id]
        moved += await _pass_on(uow, council, person_id, theirs, now)
    if moved:
        once = local_day(now).isoformat()
        await tell_coordinators(uow, council, LEAVERS, ALL, now, once=once)
        await uow.outbox.refresh(ALL, now=now)
    return moved


async def _pass_on(
    uow: UnitOfWork, council: Council, person_id: str, behind: Sequence[Duty], now: datetime
) -> int:
    leaver = await uow.people.get(person_id)
    instead = await successor(uow, council, leaver, now) if leaver else None
    if leaver is None or instead is None:
        return 0
    told: set[str] = set()
    moved = 0
    for duty in behind:
        to = await _heirs(uow, council, duty, instead, now)
        if to is not None and await uow.duties.hand_on(duty, to, now):
            told |= {one.holder for one in to}
            moved += 1
    if not moved:
        return 0
    await stand_in_for_good(uow, leaver, instead, now, actor=ACTOR)
    about = leaver_ref(person_id)
    for one in sorted(told):
        await tell(uow, LEAVER, about, one, now=now, once=_day(now))
    await uow.outbox.refresh(about, now=now)
    return moved


async def _heirs(
    uow: UnitOfWork, council: Council, duty: Duty, instead: Person, now: datetime
) -> Sequence[NewDuty] | None:
    """By its kind; else those who have the same to do already, or whoever stands in."""
    if own := heirs_of(duty.kind):
        found = await own(uow, council, duty, instead, now)
        if found is None:
            return None
        others = [one for one in found if one.holder != duty.holder]
        return others or given_to(duty, instead.id)
    people, today = await uow.people.all(), local_day(now)
    same = [
        one.holder
        for one in await uow.duties.of_subject(duty.subject)
        if one.kind == duty.kind and one.holder in people and people[one.holder].here_on(today)
    ]
    return given_to(duty, *(same or [instead.id]))


async def successor(
    uow: UnitOfWork, council: Council, leaver: Person, now: datetime
) -> Person | None:
    """Who stands in for somebody who has left."""
    people, lost = await uow.people.all(), await uow.reach.lost()
    runs = await coordinators(uow, council, now)
    return takes_over(leaver, people, local_day(now), runs, lost.keys())


async def stand_in_for_good(
    uow: UnitOfWork, leaver: Person, instead: Person, now: datetime, *, actor: str
) -> None:
    """From now on whoever took over may do what was the leaver's, as a cover may."""
    after = gone(leaver, instead.id)
    if after in leaver.absences:
        return
    span = Span(after.first_day, after.last_day)
    for old in leaver.absences:
        if old.overlaps(span.first, span.last):
            await uow.people.drop_absence(leaver.id, old.first_day, old.last_day)
    await uow.people.put_absence(leaver.id, after)
    await uow.trail.record(
        Ref("person", leaver.id), "take_over", actor=actor, now=now, details={"to": instead.id}
    )


async def come_back(uow: UnitOfWork, before: Person) -> None:
    """Somebody is in the staff list again: nobody stands in for them for good any more."""
    for one in before.absences:
        if of_leaving(before, one):
            await uow.people.drop_absence(before.id, one.first_day, one.last_day)


async def passed_on(uow: UnitOfWork, leaver: Person) -> list[Duty]:
    """What was theirs and is still to do, with whoever has it now."""
    if leaver.left_on is None:
        return []
    since = datetime.combine(leaver.left_on, time(), LONDON).astimezone(UTC)
    return await uow.duties.handed_on(leaver.id, since)


def _day(now: datetime) -> str:
    return f"left {local_day(now).isoformat()}"
