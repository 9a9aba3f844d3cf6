"""When what follows is asked and due."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.follow_up.dates import (
    asked_and_due,
    due_after,
    next_asking,
    next_review,
    review_months,
)
from domain.frameworks.cycles import MonthlyCycle, Window, WindowCycle
from domain.frameworks.follow_up import AfterAudit, Again, Confirmation, Consequence

CALENDAR = WorkingCalendar()
FRIDAY = date(2025, 9, 19)
TICK = (Confirmation(key="done", title="Done"),)


def test_six_weeks_and_three_months_run_from_the_later_submission() -> None:
    """Story 4: submitted on 19 September, so 31 October and 19 December."""
    final_on = date(2025, 9, 30)
    review = Consequence(does="review", days=42)
    again = Consequence(does="re_audit", months=3)
    assert due_after(review, FRIDAY, final_on, CALENDAR) == date(2025, 10, 31)
    assert due_after(again, FRIDAY, final_on, CALENDAR) == date(2025, 12, 19)


def test_three_months_end_with_the_shorter_month() -> None:
    again = Consequence(does="re_audit", months=3)
    last = date(2025, 11, 30)
    assert due_after(again, last, last, CALENDAR) == date(2026, 2, 28)


def test_at_once_is_the_next_working_day() -> None:
    assert due_after(Consequence(does="alert"), FRIDAY, FRIDAY, CALENDAR) == date(2025, 9, 22)


def test_an_activity_is_asked_for_some_days_after_the_findings() -> None:
    rule = AfterAudit(asked_after_days=14, within_days=28, confirms=TICK)
    assert asked_and_due(rule, "good", FRIDAY, CALENDAR) == (date(2025, 10, 3), date(2025, 10, 31))


def test_some_grades_are_shared_at_once() -> None:
    """HER-25: Inadequate work at the earliest chance."""
    rule = AfterAudit(within_days=28, at_once_for=("inadequate",), confirms=TICK)
    assert asked_and_due(rule, "inadequate", FRIDAY, CALENDAR) == (FRIDAY, date(2025, 9, 22))
    assert asked_and_due(rule, None, FRIDAY, CALENDAR) == (FRIDAY, date(2025, 10, 17))


@pytest.mark.parametrize(
    ("again", "following"),
    [
        (Again(days=3), date(2025, 9, 22)),
        (Again(months=1), date(2025, 10, 19)),
        (None, None),
    ],
)
def test_it_is_asked_again_as_the_file_says(again: Again | None, following: date | None) -> None:
    assert next_asking(again, FRIDAY) == following


def test_the_windows_name_the_months_of_review() -> None:
    window = Window(key="a", title="A", month=10, takes="share", review_month=12)
    other = Window(key="b", title="B", month=4, takes="rest", review_month=6)
    bare = Window(key="c", title="C", month=8, takes="rest")
    shape = WindowCycle(kind="windows", windows=(window, other, bare))
    assert review_months(shape) == (6, 12)
    assert review_months(MonthlyCycle(kind="monthly")) == ()


@pytest.mark.parametrize(
    ("day", "review"),
    [
        (date(2025, 11, 20), date(2025, 12, 1)),  # story 21
        (date(2025, 12, 9), date(2025, 12, 9)),  # the review runs
        (date(2026, 1, 9), date(2026, 1, 9)),  # and may run on
        (date(2026, 2, 1), date(2026, 6, 1)),
        (date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 8, 1), date(2026, 12, 1)),
    ],
)
def test_a_recommendation_comes_to_the_next_review(day: date, review: date) -> None:
    assert next_review((6, 12), day) == review


@pytest.mark.parametrize("day", [date(2025, 12, 9), date(2026, 1, 30)])
def test_what_is_returned_waits_for_the_review_after_this_one(day: date) -> None:
    """E-41."""
    assert next_review((6, 12), day, later=True) == date(2026, 6, 1)


def test_without_review_months_there_is_no_review() -> None:
    assert next_review((), FRIDAY) is None
