from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.deadlines import (
    DayOfMonth,
    DaysAfterAllocation,
    DueRule,
    LastWorkingDayOfMonth,
    LastWorkingDayOfPeriod,
    WeeksAfterAllocation,
    WorkingDayOfMonth,
    due_on,
)
from domain.frameworks.wording import say_due

PLAIN = WorkingCalendar()
CHRISTMAS = WorkingCalendar(frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}))
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))

THREE_WEEKS = WeeksAfterAllocation(kind="weeks_after_allocation", weeks=3)
MONTH_END = LastWorkingDayOfMonth(kind="last_working_day_of_month")


def period(months: int) -> LastWorkingDayOfPeriod:
    return LastWorkingDayOfPeriod(kind="last_working_day_of_period", months=months)


def day(number: int, later: int = 0) -> DayOfMonth:
    return DayOfMonth(kind="day_of_month", day=number, months_later=later)


def working_day(number: int, later: int = 0) -> WorkingDayOfMonth:
    return WorkingDayOfMonth(kind="working_day_of_month", number=number, months_later=later)


def test_allocated_on_the_1st_of_september_it_is_due_on_the_22nd() -> None:
    assert due_on(THREE_WEEKS, date(2025, 9, 1), PLAIN) == date(2025, 9, 22)


def test_weeks_are_calendar_weeks_whatever_the_holidays() -> None:
    assert due_on(THREE_WEEKS, date(2026, 12, 7), CHRISTMAS) == date(2026, 12, 28)


def test_days_are_calendar_days() -> None:
    rule = DaysAfterAllocation(kind="days_after_allocation", days=14)
    assert due_on(rule, date(2026, 2, 2), PLAIN) == date(2026, 2, 16)


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 10, 1), date(2026, 10, 30)),
        (date(2026, 2, 1), date(2026, 2, 27)),
        (date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_the_last_working_day_of_the_month(opened: date, due: date) -> None:
    assert due_on(MONTH_END, opened, PLAIN) == due


def test_a_holiday_at_the_months_end_brings_the_day_forward() -> None:
    closed = WorkingCalendar(frozenset({date(2026, 11, 30)}))
    assert due_on(MONTH_END, date(2026, 11, 1), closed) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("months", "opened", "due"),
    [
        (3, date(2026, 1, 1), date(2026, 3, 31)),
        (3, date(2026, 10, 1), date(2026, 12, 31)),
        (2, date(2026, 10, 1), date(2026, 11, 30)),
        (2, date(2026, 4, 1), date(2026, 5, 29)),
        (1, date(2026, 4, 15), date(2026, 4, 30)),
        (12, date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_a_period_starts_with_its_opening_month(months: int, opened: date, due: date) -> None:
    assert due_on(period(months), opened, PLAIN) == due


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (day(28), date(2026, 1, 28)),
        (day(31), date(2026, 1, 31)),
        (day(31, 1), date(2026, 2, 28)),
        (day(10, 12), date(2027, 1, 10)),
    ],
)
def test_a_printed_day_or_the_last_of_a_shorter_month(rule: DayOfMonth, due: date) -> None:
    assert due_on(rule, date(2026, 1, 31), PLAIN) == due


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (working_day(1), date(2026, 12, 1)),
        (working_day(5), date(2026, 12, 7)),
        (working_day(5, 1), date(2027, 1, 8)),
        (working_day(1, 1), date(2027, 1, 4)),
    ],
)
def test_the_nth_working_day_passes_over_holidays(rule: WorkingDayOfMonth, due: date) -> None:
    assert due_on(rule, date(2026, 12, 15), CHRISTMAS) == due


@given(DAYS, st.integers(1, 31), st.integers(0, 24))
def test_a_printed_day_lies_in_its_month(opened: date, number: int, later: int) -> None:
    due = due_on(day(number, later), opened, PLAIN)
    months = (due.year - opened.year) * 12 + due.month - opened.month
    assert months == later
    assert due.day == number or (due + timedelta(days=1)).day == 1


@given(DAYS, st.integers(1, 12))
def test_the_end_of_a_period_is_a_working_day_of_its_last_month(opened: date, months: int) -> None:
    due = due_on(period(months), opened, CHRISTMAS)
    assert CHRISTMAS.is_working(due)
    assert (due.year - opened.year) * 12 + due.month - opened.month == months - 1


@given(DAYS, st.integers(1, 15))
def test_so_many_working_days_lie_up_to_the_nth(opened: date, number: int) -> None:
    due = due_on(working_day(number), opened, CHRISTMAS)
    first = opened.replace(day=1)
    days = [first + timedelta(days=n) for n in range((due - first).days + 1)]
    assert sum(CHRISTMAS.is_working(each) for each in days) == number


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (THREE_WEEKS, "3 weeks after allocation"),
        (DaysAfterAllocation(kind="days_after_allocation", days=1), "1 day after allocation"),
        (MONTH_END, "the last working day of the month"),
        (period(3), "the last working day of the quarter"),
        (period(6), "the last working day of the half year"),
        (period(2), "the last working day of 2 months"),
        (day(28), "day 28 of the month"),
        (working_day(5, 1), "working day 5 of the next month"),
        (day(3, 2), "day 3 of the month 2 months on"),
    ],
)
def test_every_rule_has_words(rule: DueRule, words: str) -> None:
    assert say_due(rule) == words


def test_a_rule_is_read_by_its_kind() -> None:
    adapter: TypeAdapter[DueRule] = TypeAdapter(DueRule)
    assert adapter.validate_python({"kind": "day_of_month", "day": 28}) == day(28)
