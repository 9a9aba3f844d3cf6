"""Who is reminded, and who hears that somebody is late (E-04)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from domain.calendar.working_days import ONE_DAY, WorkingCalendar
from domain.nudges.steps import Step
from domain.people.lines import first_above, managers_of
from domain.people.person import Person

LONGEST_WAIT = timedelta(days=60)


def reminded(holder: Person, people: Mapping[str, Person], due: date, today: date) -> Person | None:
    """The holder; their cover where it falls due while they are away; None while they are away.

    Leave holds reminders back: what falls due after it can wait for their return.
    """
    absence = holder.absence_on(today)
    if absence is None:
        return holder if holder.here_on(today) else None
    cover = people.get(absence.cover or "")
    if due > absence.last_day or cover is None or not cover.here_on(today):
        return None
    return cover


def works_next(person: Person, today: date, calendar: WorkingCalendar) -> date:
    """The first day from today on that the person works: not away, not on a day off (E-02)."""
    day = calendar.on_or_after(today)
    while day < today + LONGEST_WAIT:
        if not person.absence_on(day) and day.weekday() in person.working_days:
            return day
        day = calendar.on_or_after(day + ONE_DAY)
    return day


def told_above(
    step: Step, holder: Person, people: Mapping[str, Person], today: date
) -> list[Person]:
    """Whom the step tells, each once, in the order of the framework; never the holder."""
    found: dict[str, Person] = {}
    for relation in step.told:
        above = _above(relation, holder, people)
        if above is not None:
            found[above.id] = above
    if step.roles:
        wanted = frozenset(step.roles)
        found |= {p.id: p for p in people.values() if p.holds(wanted)}
    return [p for p in found.values() if p.id != holder.id and p.here_on(today)]


def _above(relation: str, holder: Person, people: Mapping[str, Person]) -> Person | None:
    if relation == "line_manager":
        return next(managers_of(holder, people), None)
    return first_above(holder, frozenset({relation}), people)
