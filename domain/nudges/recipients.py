"""Who is reminded, and who hears that somebody is late (E-04)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from domain.calendar.working_days import ONE_DAY, WorkingCalendar
from domain.nudges.steps import Step
from domain.people.lines import first_above, managers_of
from domain.people.person import Person
from domain.people.standing_in import NOBODY, stand_in

LONGEST_WAIT = timedelta(days=60)


def reminded(
    holder: Person,
    people: Mapping[str, Person],
    due: date,
    today: date,
    lost: Collection[str] = NOBODY,
) -> Person | None:
    """The holder; who stands in where it falls due while they are away; None while it waits.

    Leave holds reminders back: what falls due after it can wait for their return. Whoever has
    left, or is ``lost`` to the bot, is stood in for at once.
    """
    absence = holder.absence_on(today)
    comes_back = holder.here_on(today) and holder.id not in lost
    if absence and comes_back and due > absence.last_day:
        return None
    return stand_in(holder, people, today, lost)


def works_next(person: Person, today: date, calendar: WorkingCalendar) -> date:
    """The first day from today on that the person works: not away, not on a day off (E-02)."""
    day = calendar.on_or_after(today)
    while day < today + LONGEST_WAIT:
        if not person.absence_on(day) and day.weekday() in person.working_days:
            return day
        day = calendar.on_or_after(day + ONE_DAY)
    return day


def told_above(
    step: Step,
    holder: Person,
    people: Mapping[str, Person],
    today: date,
    lost: Collection[str] = NOBODY,
) -> list[Person]:
    """Whom the step tells, each once, in the order of the framework; never the holder.

    For whoever is away, has left or is ``lost``, it is told to those who stand in for them.
    """
    found: dict[str, Person] = {}
    for relation in step.told:
        above = _above(relation, holder, people)
        if above is not None:
            found[above.id] = above
    if step.roles:
        wanted = frozenset(step.roles)
        found |= {p.id: p for p in people.values() if p.holds(wanted)}
    told = [stand_in(one, people, today, lost) or one for one in found.values()]
    here = {one.id: one for one in told if one.id != holder.id and one.here_on(today)}
    return list(here.values())


def _above(relation: str, holder: Person, people: Mapping[str, Person]) -> Person | None:
    if relation == "line_manager":
        return next(managers_of(holder, people), None)
    return first_above(holder, frozenset({relation}), people)
