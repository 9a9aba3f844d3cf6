"""When an entry of the calendar falls due: periods, months, working days (E-02, E-05)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar.entries import CalendarEntry
from domain.calendar.working_days import ONE_DAY, WorkingCalendar, add_months
from domain.frameworks.deadlines import due_on
from domain.frameworks.sections import Cadence

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
WEEKS = {"week": 1, "fortnight": 2}
A_MONDAY = date(2024, 1, 1)  # fortnights are counted from here
A_YEAR = 2024  # and years in which nobody says from when
LEAD = timedelta(days=7)  # the first reminder must find it open (E-03)
LONGEST = 3  # months that anything stands in a list
AFTERWARDS = 3  # months, and more, by which a due day may lie behind its period


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days, both included."""

    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One time that an entry comes round.

    ``opens_on`` is the working day on which its owner is told, ``period`` the days it is for.
    """

    entry: CalendarEntry
    period: Span
    opens_on: date
    due_on: date


def occurrences(
    entry: CalendarEntry, first: date, last: date, calendar: WorkingCalendar
) -> list[Planned]:
    """Every time that it is due between the two days, both included, in order."""
    if not entry.dated:
        return []
    begins = add_months(first, -_reach(entry.cadence))
    found = [_planned(entry, span, calendar) for span in _periods(entry.cadence, begins, last)]
    return sorted(
        (one for one in found if first <= one.due_on <= last),
        key=lambda one: (one.due_on, one.period.first_day),
    )


def to_open(
    entry: CalendarEntry, today: date, calendar: WorkingCalendar, last_look: date | None = None
) -> list[Planned]:
    """What is to be told of by now: what is not due before today, and what nobody looked for.

    ``last_look`` is the day on which the calendar was last gone through: what was to be told of
    after it comes now, also where its day is over. None: nobody has ever looked, and what was
    due before today is not brought back.
    """
    since = min(last_look or today, today)
    found = occurrences(entry, since, add_months(today, LONGEST) + LEAD, calendar)
    return [
        one
        for one in found
        if one.opens_on <= today and (one.due_on >= today or one.opens_on > since)
    ]


def next_after(entry: CalendarEntry, day: date, calendar: WorkingCalendar) -> Planned | None:
    """The first that is due after the day; None where the calendar does not bring it about."""
    last = add_months(day, 12 * (entry.cadence.interval + 1))
    return next(iter(occurrences(entry, day + ONE_DAY, last, calendar)), None)


def _planned(entry: CalendarEntry, period: Span, calendar: WorkingCalendar) -> Planned:
    due = _due(entry.cadence, period, calendar)
    return Planned(
        entry=entry, period=period, opens_on=_opens(entry, period, due, calendar), due_on=due
    )


def _due(cadence: Cadence, period: Span, calendar: WorkingCalendar) -> date:
    """As the file says, else the period's last working day (E-05)."""
    if cadence.due:
        return due_on(cadence.due, period.first_day, calendar)
    return calendar.on_or_before(period.last_day)


def _opens(entry: CalendarEntry, period: Span, due: date, calendar: WorkingCalendar) -> date:
    """With its period, early enough for the first reminder, and never a long time ahead."""
    if entry.cadence.every in WEEKS:
        return calendar.on_or_after(period.first_day)
    begins = min(period.first_day, due - LEAD)
    return calendar.on_or_after(max(begins, add_months(due, -LONGEST)))


def _periods(cadence: Cadence, begins: date, ends: date) -> Iterator[Span]:
    """The periods that begin between the two days, in order."""
    if cadence.every in WEEKS and not cadence.months:
        yield from _weeks(WEEKS[cadence.every] * cadence.interval, begins, ends)
        return
    first = begins.replace(day=1)
    while first <= ends:
        length = _length(cadence, first)
        if length:
            yield Span(first_day=first, last_day=add_months(first, length) - ONE_DAY)
        first = add_months(first, 1)


def _length(cadence: Cadence, first: date) -> int:
    """Months of the period that begins with this one; 0 where none does.

    Where months are named each of them is a period of its own.
    """
    if cadence.months:
        return int(first.month in cadence.months and _in_turn(cadence, first.year))
    months = MONTHS[cadence.every or "month"] * cadence.interval
    begun = (first.year - (cadence.since or A_YEAR)) * 12 + first.month - 1
    return 0 if begun % months else months


def _reach(cadence: Cadence) -> int:
    """Months before a due day in which its period may have begun."""
    return MONTHS.get(cadence.every or "year", 1) * cadence.interval + AFTERWARDS


def _in_turn(cadence: Cadence, year: int) -> bool:
    """Whether a year of named months is one of every so many."""
    if cadence.every != "year":
        return True
    return (year - (cadence.since or A_YEAR)) % cadence.interval == 0


def _weeks(length: int, begins: date, ends: date) -> Iterator[Span]:
    step = timedelta(weeks=length)
    first = A_MONDAY + ((begins - A_MONDAY) // step) * step
    while first <= ends:
        yield Span(first_day=first, last_day=first + step - ONE_DAY)
        first += step
