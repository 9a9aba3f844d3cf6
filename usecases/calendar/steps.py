"""What every step in the calendar shares: names of things, the trail, handing it out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from domain.calendar.entries import CalendarEntry, Section, entry_of
from domain.calendar.occurrence import Occurrence
from domain.calendar.owners import People, holders
from domain.calendar.working_days import LONDON, end_of_day, local_day
from domain.duties import NewDuty
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

ACTOR = "practice-loop"
DO, PREPARE, PASS = "do_activity", "prepare_report", "pass_report"
ACTIVITY, REPORT = "activity_due", "report_due"
TO_PASS, GIVEN = "report_to_pass", "report_given"
GAPS, TO_START, START = "calendar_gaps", "activities_to_start", "activity_start"
ENTRY = "calendar_entry"


def entry_ref(entry: CalendarEntry) -> Ref:
    """The subject of the card on which it is started."""
    return Ref(ENTRY, entry.name)


def view_of(occurrence: Occurrence) -> str:
    """The card on which it is done."""
    return REPORT if occurrence.entry.startswith(f"{Section.REPORT}.") else ACTIVITY


def duty_of(occurrence: Occurrence) -> str:
    """The kind of its duty."""
    return PREPARE if view_of(occurrence) == REPORT else DO


async def hand_out(
    uow: UnitOfWork, occurrence: Occurrence, people: Iterable[str], now: datetime, *, once: str
) -> None:
    """A duty and a card for each of these; ``once`` names the occasion."""
    for person_id in people:
        await uow.duties.open(_duty(occurrence, person_id), now)
        await tell(uow, view_of(occurrence), occurrence.ref, person_id, now=now, once=once)


async def hand_out_late(
    uow: UnitOfWork, occurrence: Occurrence, people: Iterable[str], now: datetime
) -> None:
    """A duty for each of these and no card: after an outage all of them stand in one digest.

    They are looked at from the day's beginning on, so that the digest of the day has them.
    """
    dawn = datetime.combine(local_day(now), time(), LONDON).astimezone(UTC)
    for person_id in people:
        duty = await uow.duties.open(_duty(occurrence, person_id), now)
        await uow.duties.step_on(duty, duty.step, dawn)


def _duty(occurrence: Occurrence, holder: str) -> NewDuty:
    return NewDuty(
        kind=duty_of(occurrence),
        subject=occurrence.ref,
        holder=holder,
        due_at=end_of_day(occurrence.due_on),
    )


async def record(
    uow: UnitOfWork, occurrence: Occurrence, action: str, now: datetime, *, actor: str = ACTOR
) -> None:
    """A line in the trail: states, days and versions, never what somebody wrote."""
    details: dict[str, str | int | None] = {
        "version": occurrence.version,
        "state": str(occurrence.state),
        "due_on": occurrence.due_on.isoformat(),
    }
    await uow.trail.record(occurrence.ref, action, actor=actor, now=now, details=details)


def whose(council: Council, occurrence: Occurrence, people: People, today: date) -> list[str]:
    """Who has it to do today, by id: the one whose own it is, or all who hold it."""
    if occurrence.slot:
        person = people.get(occurrence.slot)
        return [occurrence.slot] if person and person.here_on(today) else []
    entry = entry_of(council.framework, occurrence.entry)
    return holders(entry, people, today) if entry else []


def is_one_of(person: Person, ids: Iterable[str], people: People, today: date) -> bool:
    """Whether somebody is among these or covers today for one who is."""
    wanted = set(ids)
    away = ((one, people[one].absence_on(today)) for one in wanted if one in people)
    covered = {absence.cover for _, absence in away if absence}
    return person.id in wanted | covered


async def holds(
    uow: UnitOfWork, council: Council, occurrence: Occurrence, person: Person, now: datetime
) -> bool:
    """Whether it is the person's to do, also where it was handed over to them.

    Those who run cycles, where nobody holds it.
    """
    people, today = await uow.people.all(), local_day(now)
    theirs = whose(council, occurrence, people, today)
    if is_one_of(person, theirs, people, today) or await has_duty(uow, occurrence.ref, person):
        return True
    return not theirs and council.coordinates(person)


async def has_duty(uow: UnitOfWork, about: Ref, person: Person) -> bool:
    """Whether somebody has an open duty about it."""
    return any(duty.subject == about for duty in await uow.duties.open_of(person.id))
