from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.cycles import (
    CycleShape,
    InMonthsCycle,
    MonthlyCycle,
    OnDemandCycle,
    OpeningDay,
    QuarterlyCycle,
    Window,
    WindowCycle,
    card_day,
    opening_for,
    openings,
)
from domain.frameworks.meeting import LastDaysOfMonthBefore as LastDays
from domain.frameworks.meeting import NoticeRule, WithAllocation, notice_on
from domain.frameworks.wording import say_cycle

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
MONTHLY = MonthlyCycle(kind="monthly")
FIRST_MONDAY = OpeningDay(weekday="monday")
QUARTERLY = QuarterlyCycle(kind="quarterly", months=(2, 5, 8, 11), opens=FIRST_MONDAY)
HALVES = WindowCycle(
    kind="windows",
    windows=(
        Window(key="autumn", title="Autumn", month=10, takes="share", review_month=12),
        Window(key="spring", title="Spring", month=4, takes="rest", review_month=6),
    ),
)
ON_DEMAND = OnDemandCycle(kind="on_demand")
TWICE = InMonthsCycle(kind="in_months", months=(5, 11))
PLAIN = WorkingCalendar()


def told(when: WithAllocation | LastDays, opens: date) -> date:
    rule = NoticeRule(to=("worker",), when=when, sentence="It was picked at random.")
    return notice_on(rule, opens, PLAIN)


def test_a_monthly_cycle_opens_on_the_1st_of_each_month() -> None:
    assert list(openings(MONTHLY, *YEAR)) == [date(2026, month, 1) for month in range(1, 13)]


def test_a_cycle_may_open_in_some_months_only() -> None:
    even = MonthlyCycle(kind="monthly", months=(2, 4, 6, 8, 10, 12))
    assert [day.month for day in openings(even, *YEAR)] == [2, 4, 6, 8, 10, 12]


def test_a_quarterly_cycle_may_open_on_the_first_monday() -> None:
    assert list(openings(QUARTERLY, *YEAR)) == [
        date(2026, 2, 2),
        date(2026, 5, 4),
        date(2026, 8, 3),
        date(2026, 11, 2),
    ]


def test_windows_open_in_the_order_of_the_year() -> None:
    assert list(openings(HALVES, *YEAR)) == [date(2026, 4, 1), date(2026, 10, 1)]


def test_a_cycle_in_months_serves_half_a_year_and_a_year() -> None:
    assert list(openings(TWICE, *YEAR)) == [date(2026, 5, 1), date(2026, 11, 1)]
    yearly = InMonthsCycle(kind="in_months", months=(6,), opens=FIRST_MONDAY)
    assert list(openings(yearly, *YEAR)) == [date(2026, 6, 1)]
    with pytest.raises(ValidationError, match="at least 1 item"):
        InMonthsCycle(kind="in_months", months=())


def test_what_is_asked_for_opens_on_no_day_of_its_own() -> None:
    assert list(openings(ON_DEMAND, *YEAR)) == []
    assert opening_for(ON_DEMAND, date(2026, 5, 7)) == date(2026, 5, 7)


def test_both_ends_of_the_span_count() -> None:
    assert list(openings(MONTHLY, date(2026, 5, 1), date(2026, 6, 1))) == [
        date(2026, 5, 1),
        date(2026, 6, 1),
    ]
    assert list(openings(MONTHLY, date(2026, 5, 2), date(2026, 5, 31))) == []


@pytest.mark.parametrize(
    ("shape", "day", "opened"),
    [
        (MONTHLY, date(2026, 11, 21), date(2026, 11, 1)),
        (MONTHLY, date(2026, 11, 1), date(2026, 11, 1)),
        (QUARTERLY, date(2026, 11, 1), date(2026, 8, 3)),
        (QUARTERLY, date(2026, 1, 31), date(2025, 11, 3)),
        (HALVES, date(2026, 3, 31), date(2025, 10, 1)),
        (HALVES, date(2026, 4, 1), date(2026, 4, 1)),
        (TWICE, date(2026, 4, 30), date(2025, 11, 1)),
    ],
)
def test_the_cycle_of_a_day_is_the_last_that_opened(
    shape: CycleShape, day: date, opened: date
) -> None:
    assert opening_for(shape, day) == opened


def test_a_short_month_opens_on_its_last_day() -> None:
    assert OpeningDay(day=31).in_month(2026, 2) == date(2026, 2, 28)


@given(st.integers(2024, 2040), st.integers(1, 12), st.integers(1, 28))
def test_the_first_such_weekday_lies_in_the_week_from_the_day(
    year: int, month: int, day: int
) -> None:
    opens = OpeningDay(day=day, weekday="friday").in_month(year, month)
    assert opens.weekday() == 4
    assert 0 <= (opens - date(year, month, day)).days < 7


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_the_cycle_of_an_opening_day_is_its_own(day: date) -> None:
    for shape in (MONTHLY, QUARTERLY, HALVES, TWICE):
        opened = opening_for(shape, day)
        assert opened <= day
        assert opening_for(shape, opened) == opened


def test_cards_of_a_sunday_go_out_on_monday() -> None:
    assert card_day(date(2026, 11, 1), PLAIN) == date(2026, 11, 2)


def test_cards_of_a_holiday_go_out_on_the_next_working_day() -> None:
    new_year = WorkingCalendar(frozenset({date(2027, 1, 1)}))
    assert card_day(date(2027, 1, 1), new_year) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("opens", "day"),
    [
        (date(2025, 12, 1), date(2025, 11, 24)),
        (date(2026, 11, 1), date(2026, 10, 26)),
        (date(2026, 3, 1), date(2026, 2, 23)),
    ],
)
def test_the_list_goes_out_on_the_first_working_day_of_the_last_seven(
    opens: date, day: date
) -> None:
    assert told(LastDays(kind="last_days_of_month_before", days=7), opens) == day


def test_notice_with_the_allocation_goes_out_with_the_cards() -> None:
    assert told(WithAllocation(kind="with_allocation"), date(2026, 11, 1)) == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (MONTHLY, "every month, opens on day 1"),
        (MonthlyCycle(kind="monthly", months=(2, 4)), "in February and April, opens on day 1"),
        (
            QUARTERLY,
            (
                "every quarter, in February, May, August and November, "
                "opens on the first Monday from day 1"
            ),
        ),
        (HALVES, "in windows: Autumn (October) and Spring (April)"),
        (TWICE, "in May and November of each year, opens on day 1"),
        (ON_DEMAND, "when somebody asks for it"),
    ],
)
def test_every_shape_has_words(shape: CycleShape, words: str) -> None:
    assert say_cycle(shape) == words
