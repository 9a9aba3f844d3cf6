"""When an observation is owed: by the period, or so long after the last one (E-29, E-67)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.deadlines import due_on
from domain.frameworks.sections import Cadence, Observation

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
AHEAD = 2  # months; SEF-33 asks for a nudge at ten of twelve
A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The period that is running: its first day, and the day by which it is done."""

    first_day: date
    due_on: date


def is_rolling(rule: Observation) -> bool:
    """Whether it is counted from the last one of each person, and not by the calendar (E-67)."""
    return rule.each == "observed" and bool(rule.cadence and rule.cadence.every) and not _due(rule)


def window(cadence: Cadence | None, today: date, calendar: WorkingCalendar) -> Window | None:
    """The period of the day; None where the cadence names none, or its day is over."""
    if cadence is None or cadence.every not in MONTHS:
        return None
    first = _first_day(cadence, MONTHS[cadence.every] * cadence.interval, today)
    due = due_on(cadence.due, first, calendar) if cadence.due else _end(cadence, first, calendar)
    return Window(first_day=first, due_on=due) if first <= today <= due else None


def rolling_due(
    rule: Observation,
    last: date | None,
    place: tuple[int, int],
    today: date,
    *,
    calendar: WorkingCalendar,
) -> date:
    """When a person's next one is due: so many months after the last.

    Whoever was never seen is spread over the months to come: ``place`` is theirs among so many.
    """
    cadence = rule.cadence
    months = MONTHS.get(cadence.every or "", A_YEAR) * cadence.interval if cadence else A_YEAR
    if last is not None:
        return calendar.on_or_before(add_months(last, months))
    number, of = place
    month = number * months // max(of, 1)  # of a block of so many months, counted from 0
    ahead = (month - (today.month - 1)) % months
    return calendar.last_of_month(add_months(today.replace(day=1), ahead))


def opens_on(due: date) -> date:
    """The day on which it is handed out."""
    return add_months(due, -AHEAD)


def places(people: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Everybody's place among all of them, by id."""
    order = sorted(people)
    return {one: (number, len(order)) for number, one in enumerate(order)}


def _due(rule: Observation) -> bool:
    return rule.cadence is not None and rule.cadence.due is not None


def _first_day(cadence: Cadence, months: int, today: date) -> date:
    """The first of the month in which the running period began."""
    this = today.replace(day=1)
    if not cadence.months:
        return add_months(this, -((today.month - 1) % months))
    back = min((today.month - month) % 12 for month in cadence.months)
    return add_months(this, -back)


def _end(cadence: Cadence, first: date, calendar: WorkingCalendar) -> date:
    """The last working day: of the month where months are named, else of the period."""
    if cadence.months:
        return calendar.last_of_month(first)
    months = MONTHS[cadence.every or "month"] * cadence.interval
    return calendar.last_of_month(add_months(first, months - 1))
