"""A framework's rules in words."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable
from typing import assert_never

from domain.calendar.wording import say_count, say_list
from domain.frameworks.cycles import (
    CycleShape,
    InMonthsCycle,
    MonthlyCycle,
    OnDemandCycle,
    OpeningDay,
    QuarterlyCycle,
    WindowCycle,
)
from domain.frameworks.deadlines import (
    DayOfMonth,
    DaysAfterAllocation,
    DueRule,
    LastWorkingDayOfMonth,
    LastWorkingDayOfPeriod,
    WeeksAfterAllocation,
    WorkingDayOfMonth,
)
from domain.frameworks.selection import (
    CountRule,
    FixedCount,
    PerAuditor,
    PerService,
    PerTeam,
    ShareOfOpen,
)

PERIODS = {3: "the quarter", 6: "the half year", 12: "the year"}


def say_due(rule: DueRule) -> str:
    """``3 weeks after allocation``, ``the last working day of the month``."""
    match rule:
        case WeeksAfterAllocation():
            return f"{say_count(rule.weeks, 'week')} after allocation"
        case DaysAfterAllocation():
            return f"{say_count(rule.days, 'day')} after allocation"
        case LastWorkingDayOfMonth():
            return "the last working day of the month"
        case LastWorkingDayOfPeriod():
            period = PERIODS.get(rule.months) or say_count(rule.months, "month")
            return f"the last working day of {period}"
        case DayOfMonth():
            return f"day {rule.day} of {_which_month(rule.months_later)}"
        case WorkingDayOfMonth():
            return f"working day {rule.number} of {_which_month(rule.months_later)}"
        case _:
            assert_never(rule)


def say_cycle(shape: CycleShape) -> str:
    """``every month, opens on day 1``."""
    match shape:
        case MonthlyCycle() if len(shape.months) == 12:
            return f"every month, opens on {_opens(shape.opens)}"
        case MonthlyCycle():
            return f"in {_months(shape.months)}, opens on {_opens(shape.opens)}"
        case QuarterlyCycle():
            return f"every quarter, in {_months(shape.months)}, opens on {_opens(shape.opens)}"
        case InMonthsCycle():
            return f"in {_months(shape.months)} of each year, opens on {_opens(shape.opens)}"
        case WindowCycle():
            titles = say_list([f"{w.title} ({month_name[w.month]})" for w in shape.windows])
            return f"in windows: {titles}"
        case OnDemandCycle():
            return "when somebody asks for it"
        case _:
            assert_never(shape)


def say_number(rule: CountRule, noun: str = "record") -> str:
    """``1 record from each team``; ``noun`` is what is looked at."""
    match rule:
        case PerTeam():
            return f"{say_count(rule.number, noun)} from each team"
        case PerAuditor():
            return f"{say_count(rule.number, noun)} for each auditor"
        case FixedCount():
            return say_count(rule.number, noun)
        case ShareOfOpen():
            return (
                f"every open {noun}" if rule.share == 1 else f"{rule.share:.0%} of the open {noun}s"
            )
        case PerService():
            each = [f"{number} from {service}" for service, number in rule.numbers.items()]
            return f"{sum(rule.numbers.values())} {noun}s: {say_list(each)}"
        case _:
            assert_never(rule)


def _which_month(later: int) -> str:
    if later == 0:
        return "the month"
    return "the next month" if later == 1 else f"the month {later} months on"


def _opens(day: OpeningDay) -> str:
    if day.weekday is None:
        return f"day {day.day}"
    return f"the first {day.weekday.capitalize()} from day {day.day}"


def _months(numbers: Iterable[int]) -> str:
    return say_list([month_name[number] for number in numbers])
