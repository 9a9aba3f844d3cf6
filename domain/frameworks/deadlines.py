"""Deadlines as the documents write them: calendar days (E-01), from the printed day (E-02)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal, assert_never

from pydantic import Field

from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.parts import Part

Count = Annotated[int, Field(ge=1)]
DayNumber = Annotated[int, Field(ge=1, le=31)]


class WeeksAfterAllocation(Part):
    """So many weeks after the printed day: allocated on the 1st, due on the 22nd (HER-03)."""

    kind: Literal["weeks_after_allocation"]
    weeks: Count


class DaysAfterAllocation(Part):
    """So many calendar days after the printed day (E-71)."""

    kind: Literal["days_after_allocation"]
    days: Count


class LastWorkingDayOfMonth(Part):
    """The last working day of the month that holds the printed day (E-58)."""

    kind: Literal["last_working_day_of_month"]


class LastWorkingDayOfPeriod(Part):
    """The last working day of so many whole months, the printed day's the first (E-05)."""

    kind: Literal["last_working_day_of_period"]
    months: Count


class DayOfMonth(Part):
    """A printed day: the 28th (E-44); the last of the month where it is shorter."""

    kind: Literal["day_of_month"]
    day: DayNumber
    months_later: Annotated[int, Field(ge=0)] = 0


class WorkingDayOfMonth(Part):
    """The first, fifth or tenth working day of a month (E-51)."""

    kind: Literal["working_day_of_month"]
    number: Annotated[int, Field(ge=1, le=15)]
    months_later: Annotated[int, Field(ge=0)] = 0


DueRule = Annotated[
    WeeksAfterAllocation
    | DaysAfterAllocation
    | LastWorkingDayOfMonth
    | LastWorkingDayOfPeriod
    | DayOfMonth
    | WorkingDayOfMonth,
    Field(discriminator="kind"),
]


def due_on(rule: DueRule, opened: date, calendar: WorkingCalendar) -> date:
    """The day on which something is due, whose printed first day is ``opened``."""
    match rule:
        case WeeksAfterAllocation():
            return opened + timedelta(weeks=rule.weeks)
        case DaysAfterAllocation():
            return opened + timedelta(days=rule.days)
        case LastWorkingDayOfMonth():
            return calendar.last_of_month(opened)
        case LastWorkingDayOfPeriod():
            return calendar.last_of_month(_month(opened, rule.months - 1))
        case DayOfMonth():
            last = _month(opened, rule.months_later + 1) - timedelta(days=1)
            return last.replace(day=min(rule.day, last.day))
        case WorkingDayOfMonth():
            return _nth_working_day(rule.number, _month(opened, rule.months_later), calendar)
        case _:
            assert_never(rule)


def _month(day: date, later: int) -> date:
    """The 1st of the day's month or of one later; the only day that every month has."""
    return add_months(day.replace(day=1), later)


def _nth_working_day(number: int, first: date, calendar: WorkingCalendar) -> date:
    day = calendar.on_or_after(first)
    for _ in range(number - 1):
        day = calendar.on_or_after(day + timedelta(days=1))
    return day
