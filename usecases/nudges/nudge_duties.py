"""Take the steps of duties whose time has come; each person hears of theirs in one card a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar.working_days import local, local_day
from domain.duties import Duty
from domain.nudges.nudge import Nudge
from domain.nudges.recipients import reminded, told_above, works_next
from domain.nudges.steps import NINE, Step, StepKind, nine, progress, steps_of
from domain.people.person import Person
from domain.refs import Ref
from usecases.audits.excusing import excuses_anybody, exempt_between, exemption_of
from usecases.audits.scene import scene_of_seat
from usecases.council import Council
from usecases.people.duties import has_own_pace
from usecases.ports import UnitOfWork
from usecases.showing import tell

EVENING = time(18)


@dataclass(frozen=True, slots=True)
class Day:
    """One run of the tick: its moment, and everybody by id."""

    uow: UnitOfWork
    council: Council
    people: Mapping[str, Person]
    now: datetime

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)


async def nudge_duties(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Remind of what is due, tell those above of what is late; gives how many heard something.

    Only on working days, from nine until six. Each step is told to a person once for ever, and
    a person gets one card for a whole day. The caller commits.
    """
    clock = local(now)
    if not council.calendar.is_working(clock.date()) or not NINE <= clock.time() < EVENING:
        return 0
    duties = await uow.duties.to_nudge(now)
    if not duties:
        return 0
    day = Day(uow, council, await uow.people.all(), now)
    heard: set[str] = set()
    for duty in duties:
        heard |= await _take(day, duty)
    once = f"digest {day.today.isoformat()}"
    for person_id in sorted(heard):
        await tell(uow, "digest", Ref("person", person_id), person_id, now=now, once=once)
    return len(heard)


async def _take(day: Day, duty: Duty) -> set[str]:
    """One duty's steps; gives who hears of them."""
    holder = day.people.get(duty.holder)
    if holder is None or has_own_pace(duty.kind):
        await day.uow.duties.step_on(duty, duty.step, None)
        return set()
    due = local_day(duty.due_at)
    framework = day.council.framework
    rule = framework.nudge_steps
    steps = steps_of(due, rule, framework.escalation, day.council.calendar)
    found = progress(steps, duty.step, duty.next_nudge_at, day.now)
    if not found.due:
        await day.uow.duties.step_on(duty, found.passed, found.next_at)
        return set()
    if wait := await _held_until(day, duty, holder):
        await day.uow.duties.step_on(duty, duty.step, wait)
        return set()
    if not await day.uow.duties.step_on(duty, found.passed, found.next_at):
        return set()
    return {one for step in found.due for one in await _tell(day, duty, holder, step)}


async def _tell(day: Day, duty: Duty, holder: Person, step: Step) -> list[str]:
    """Note the step for everybody whom it concerns; gives those who had not heard of it."""
    due = local_day(duty.due_at)
    if step.kind is StepKind.REMIND:
        person = reminded(holder, day.people, due, day.today)
        told = [person] if person else []
    else:
        above = told_above(step, holder, day.people, day.today)
        # "no other audit card or nudge" is said of whoever is on a deep dive, also of a manager
        excused = await _excused_today(day) if duty.subject.kind == "seat" else ()
        told = [person for person in above if person.id not in excused]
    fresh = []
    for person in told:
        nudge = Nudge(
            duty_id=duty.id,
            due_on=due,
            kind=step.kind,
            days=step.days,
            recipient=person.id,
            day=day.today,
        )
        if await day.uow.nudges.add(nudge):
            fresh.append(person.id)
    return fresh


async def _excused_today(day: Day) -> Collection[str]:
    return await exempt_between(day.uow, day.council, day.today, day.today)


async def _held_until(day: Day, duty: Duty, holder: Person) -> datetime | None:
    """When the reminder goes out instead: after leave, a day off or a month on a deep dive.

    None where it goes out now, to the holder or to whoever covers.
    """
    due = local_day(duty.due_at)
    excused = await _excused_until(day, duty, holder)
    if excused:
        return excused
    if not holder.here_on(day.today):
        return None
    back = works_next(holder, day.today, day.council.calendar)
    if back == day.today or reminded(holder, day.people, due, day.today) not in {None, holder}:
        return None
    # what is due on a day off is told on it all the same: silence would make it late
    if not holder.absence_on(day.today) and due <= day.today:
        return None
    return nine(back)


async def _excused_until(day: Day, duty: Duty, holder: Person) -> datetime | None:
    """No nudge of other audits for whoever is on a deep dive (E-24)."""
    if duty.subject.kind != "seat" or not excuses_anybody(day.council):
        return None
    scene = await scene_of_seat(day.uow, day.council, duty.subject.number)
    spell = await exemption_of(
        day.uow, day.council, holder.id, day.today, but=scene.cycle.id if scene else None
    )
    return nine(spell.last_day + timedelta(days=1)) if spell else None
