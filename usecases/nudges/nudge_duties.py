"""Take the steps of duties whose time has come; each person hears of theirs in one card a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.calendar.working_days import ONE_DAY, local_day
from domain.duties import Duty
from domain.nudges.nudge import Nudge
from domain.nudges.recipients import reminded, told_above, works_next
from domain.nudges.steps import (
    Progress,
    Step,
    StepKind,
    day_begins,
    progress,
    rules_for,
    steps_of,
)
from domain.people.person import Person
from domain.refs import Ref
from usecases.audits.excusing import excuses_anybody, exempt_between, exemption_of
from usecases.audits.scene import scene_of_seat
from usecases.council import Council
from usecases.nudges.quiet import is_quiet
from usecases.people.duties import has_own_pace
from usecases.ports import UnitOfWork
from usecases.showing import tell


@dataclass(frozen=True, slots=True)
class Day:
    """One run of the tick: its moment, everybody by id, who is lost, what was put off."""

    uow: UnitOfWork
    council: Council
    people: Mapping[str, Person]
    lost: Collection[str]
    snoozes: Mapping[int, date]
    now: datetime

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)

    def due(self, duty: Duty) -> date:
        """The day from which steps are counted: a later one where a manager agreed to it.

        Nobody is late before they were told: what came after its day counts from when it came.
        """
        due = max(local_day(duty.due_at), local_day(duty.opened_at))
        return max(due, self.snoozes.get(duty.id, due))

    def morning(self, day: date) -> datetime:
        """When a day's reminders go out in this council."""
        return day_begins(day, self.council.framework.nudge_steps.hours.begins)

    def progress(self, duty: Duty) -> Progress:
        """Where the duty stands among the steps of its kind."""
        framework = self.council.framework
        rules = rules_for(duty.kind, framework.nudge_steps, framework.escalation)
        steps = steps_of(self.due(duty), *rules, self.council.calendar)
        return progress(steps, duty.step, duty.next_nudge_at, self.now)


async def nudge_duties(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Remind of what is due, tell those above of what is late; gives how many heard something.

    Only on working days, outside quiet hours. Each step is told to a person once for ever, and
    a person gets one card for a whole day. The caller commits.
    """
    if is_quiet(council, now):
        return 0
    duties = await uow.duties.to_nudge(now)
    heard = set(await uow.nudges.put_off_to(local_day(now)))
    if duties:
        lost, snoozes = await uow.reach.lost(), await uow.duty_asks.snoozes()
        day = Day(uow, council, await uow.people.all(), lost.keys(), snoozes, now)
        for duty in duties:
            heard |= await _take(day, duty)
    return sum([await _send_digest(uow, person_id, now) for person_id in sorted(heard)])


async def _send_digest(uow: UnitOfWork, person_id: str, now: datetime) -> bool:
    """One card for the day; False where it was queued before.

    What still waits from days before gives way to it: after an outage nobody gets a heap.
    """
    about, once = Ref("person", person_id), f"digest {local_day(now).isoformat()}"
    if not await tell(uow, "digest", about, person_id, now=now, once=once):
        return False
    await uow.outbox.give_way("digest", about, person_id, once=once, now=now)
    return True


async def _take(day: Day, duty: Duty) -> set[str]:
    """One duty's steps; gives who hears of them today."""
    holder = day.people.get(duty.holder)
    if holder is None or has_own_pace(duty.kind):
        await day.uow.duties.step_on(duty, duty.step, None)
        return set()
    found = day.progress(duty)
    wait = await _held_until(day, duty, holder) if found.due else None
    if wait:
        await day.uow.duties.step_on(duty, found.start, wait)
        return set()
    if not await day.uow.duties.step_on(duty, found.passed, found.next_at):
        return set()
    return {one for step in found.due for one in await _note(day, duty, holder, step)}


async def _note(day: Day, duty: Duty, holder: Person, step: Step) -> list[str]:
    """Note the step for everybody whom it concerns; gives who hears of it today, and for once."""
    due = day.due(duty)
    if step.kind is StepKind.REMIND:
        person = reminded(holder, day.people, due, day.today, day.lost)
        told = [person] if person else []
    else:
        above = told_above(step, holder, day.people, day.today, day.lost)
        # "no other audit card or nudge" is said of whoever is on a deep dive, also of a manager
        excused = await _excused_today(day) if duty.subject.kind == "seat" else ()
        told = [person for person in above if person.id not in excused]
    fresh = []
    for person in told:
        tells_on = await _day_for(day, person.id)
        nudge = Nudge(
            duty_id=duty.id,
            due_on=due,
            kind=step.kind,
            days=step.days,
            recipient=person.id,
            day=tells_on,
            put_off=tells_on > day.today,
        )
        if await day.uow.nudges.add(nudge) and not nudge.put_off:
            fresh.append(person.id)
    return fresh


async def _day_for(day: Day, person_id: str) -> date:
    """Today, or the next working day for whoever has had today's card already."""
    sent = await day.uow.outbox.latest(person_id, ("digest",))
    if sent is None or local_day(sent.sent_at) < day.today:
        return day.today
    return day.council.calendar.on_or_after(day.today + ONE_DAY)


async def _excused_today(day: Day) -> Collection[str]:
    return await exempt_between(day.uow, day.council, day.today, day.today)


async def _held_until(day: Day, duty: Duty, holder: Person) -> datetime | None:
    """When the reminder goes out instead: put off, after leave, a day off or a deep dive.

    None where it goes out now, to the holder or to whoever stands in.
    """
    if day.snoozes.get(duty.id, day.today) > day.today:
        return day.morning(day.council.calendar.on_or_after(day.snoozes[duty.id]))
    due = day.due(duty)
    excused = await _excused_until(day, duty, holder)
    if excused:
        return excused
    if not holder.here_on(day.today):
        return None
    back = works_next(holder, day.today, day.council.calendar)
    told = reminded(holder, day.people, due, day.today, day.lost)
    if back == day.today or told not in {None, holder}:
        return None
    # what is due on a day off is told on it all the same: silence would make it late
    if not holder.absence_on(day.today) and due <= day.today:
        return None
    return day.morning(back)


async def _excused_until(day: Day, duty: Duty, holder: Person) -> datetime | None:
    """No nudge of other audits for whoever is on a deep dive (E-24)."""
    if duty.subject.kind != "seat" or not excuses_anybody(day.council):
        return None
    scene = await scene_of_seat(day.uow, day.council, duty.subject.number)
    spell = await exemption_of(
        day.uow, day.council, holder.id, day.today, but=scene.cycle.id if scene else None
    )
    return day.morning(spell.last_day + timedelta(days=1)) if spell else None
