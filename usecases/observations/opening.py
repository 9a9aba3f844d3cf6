"""Open the observations that the council's cadence asks for, each once (SEF-31 to 34, SOM-55)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar.working_days import local_day
from domain.frameworks.sections import Observation as Rule
from domain.observations.observation import NewObservation, ObservationState
from domain.observations.pairing import here, observer_of
from domain.observations.times import Window, is_rolling, opens_on, places, rolling_due, window
from domain.people.person import Person
from usecases.council import Council
from usecases.observations.planning import propose, tell_of_late
from usecases.observations.steps import hand_out
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Day:
    """One run of the tick for one rule."""

    uow: UnitOfWork
    council: Council
    rule: Rule
    people: dict[str, Person]
    now: datetime

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)


async def open_observations(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Hand out what is due on working days; gives how many were opened. The caller commits."""
    if not council.calendar.is_working(local_day(now)):
        return 0
    people = dict(await uow.people.all())
    opened = 0
    for rule in council.framework.observations:
        if rule.on:
            opened += await _open(Day(uow, council, rule, people, now))
    return opened + await tell_of_late(uow, council, now)


async def _open(day: Day) -> int:
    if is_rolling(day.rule):
        return await _rolling(day)
    found = window(day.rule.cadence, day.today, day.council.calendar)
    if found is None:
        return 0
    if day.rule.assigned_by:
        return await propose(day.uow, day.council, day.rule, found, day.now)
    known = await day.uow.observations.slots(day.rule.key, found.first_day)
    wanted = _of_each(day, found) if day.rule.each == "observed" else _by_each(day, found)
    return sum([await _write(day, one) for one in wanted if one.slot not in known])


def _by_each(day: Day, found: Window) -> list[NewObservation]:
    """So many for each observer, who choose whom they see (COL-12, LEI-15)."""
    observers = here(day.rule.by, day.people, found.first_day, found.due_on)
    cadence = day.rule.cadence
    times = cadence.times if cadence and not cadence.months else 1
    slots = [(p, p.id if not n else f"{p.id}#{n + 1}") for p in observers for n in range(times)]
    return [_new(day, found, slot, observer=person) for person, slot in slots]


def _of_each(day: Day, found: Window) -> list[NewObservation]:
    """One of each person, by their line manager (SOM-55, E-85)."""
    observed = here(day.rule.of, day.people, found.first_day, found.due_on)
    pairs = [(observer_of(day.rule, one, day.people), one) for one in observed]
    return [
        _new(day, found, one.id, observer=observer, observed=one.id)
        for observer, one in pairs
        if observer and observer.here_on(day.today)
    ]


async def _rolling(day: Day) -> int:
    """One of each person, so long after their last one (SEF-33, SEF-34, E-67)."""
    last = await day.uow.observations.last_seen([day.rule.key])
    live = await day.uow.observations.live()
    # one begun of somebody's own accord has no day, and may never be returned
    running = {one.observed for one in live if one.rule == day.rule.key and one.due_on}
    observed = here(day.rule.of, day.people, day.today, day.today)
    place = places([one.id for one in observed])
    opened = 0
    for one in observed:
        seen, calendar = last.get(one.id), day.council.calendar
        due = rolling_due(day.rule, seen, place[one.id], day.today, calendar=calendar)
        observer = observer_of(day.rule, one, day.people)
        if one.id in running or opens_on(due) > day.today or observer is None:
            continue
        # what is overdue when it is first known gets this month: nobody can act in the past
        late = max(due, calendar.last_of_month(day.today))
        found = Window(first_day=due, due_on=late)
        opened += await _write(day, _new(day, found, one.id, observer=observer, observed=one.id))
    return opened


def _new(
    day: Day, found: Window, slot: str, *, observer: Person, observed: str | None = None
) -> NewObservation:
    return NewObservation(
        rule=day.rule.key,
        observer=observer.id,
        observed=observed,
        state=ObservationState.ASSIGNED,
        period=found.first_day,
        slot=slot,
        due_on=found.due_on,
    )


async def _write(day: Day, new: NewObservation) -> int:
    opened = await day.uow.observations.open(new, day.now)
    if opened is None:
        return 0
    await hand_out(day.uow, opened, day.now)
    return 1
