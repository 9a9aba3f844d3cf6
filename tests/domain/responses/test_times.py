from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.sections import Days, Hours, SameDay
from domain.frameworks.timing import Ladder
from domain.responses.response import Response, ResponseState
from domain.responses.times import day_due, due_at, is_gap, next_at
from tests.domain.responses.samples import NOW, response

CALENDAR = WorkingCalendar()
LADDER = Ladder()
DUE = datetime(2026, 11, 17, 23, 59, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def minutes(found: Response) -> float | None:
    """Minutes from the start to what the clock does next."""
    moment = next_at(found, LADDER)
    return (moment - NOW) / MINUTE if moment else None


def test_the_same_day_ends_at_23_59_in_london_also_in_summer() -> None:
    late = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)  # 23:30 in London
    assert due_at(SameDay(kind="same_day"), late, CALENDAR) == datetime(
        2026, 7, 1, 22, 59, tzinfo=UTC
    )


def test_24_hours_are_24_hours_of_the_clock_when_the_clocks_change() -> None:
    before = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    found = due_at(Hours(kind="hours", hours=24), before, CALENDAR)
    assert found == before + timedelta(hours=24)


def test_without_a_limit_there_is_no_deadline() -> None:
    assert due_at(None, NOW, CALENDAR) is None


@pytest.mark.rows("SOM-45")
def test_fifteen_days_are_calendar_days_unless_the_file_says_working_days() -> None:
    start = date(2026, 3, 2)
    assert day_due(Days(kind="days", days=15), start, CALENDAR) == date(2026, 3, 17)
    working = Days(kind="days", days=15, working=True)
    assert day_due(working, start, CALENDAR) == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("last", "gap"),
    [
        (date(2026, 5, 17), True),
        (date(2026, 5, 18), False),
        (date(2025, 1, 1), True),
        (None, False),
    ],
)
def test_six_months_to_the_day_are_a_gap(last: date | None, gap: bool) -> None:
    assert is_gap(last, 6, date(2026, 11, 17)) is gap


@pytest.mark.parametrize(("rung", "after"), [(0, 15), (1, 60), (2, 120), (3, 180), (25, 1500)])
def test_it_is_told_again_at_15_and_60_minutes_and_goes_up_every_hour(
    rung: int, after: int
) -> None:
    assert minutes(response(rung=rung)) == after


def test_after_a_day_of_steps_it_comes_daily() -> None:
    assert minutes(response(rung=26)) == 1500 + 1440


def test_the_deadline_comes_before_a_later_rung_and_once_only() -> None:
    late = response(rung=20, due_at=DUE)
    assert next_at(late, LADDER) == DUE
    assert minutes(response(rung=20, due_at=DUE, overdue_at=DUE)) == 60 + 19 * 60


def test_whoever_has_it_is_reminded_two_hours_and_half_an_hour_before() -> None:
    has_it = {"state": ResponseState.ACKNOWLEDGED, "due_at": DUE}
    assert next_at(response(rung=0, **has_it), LADDER) == DUE - timedelta(minutes=120)
    assert next_at(response(rung=1, **has_it), LADDER) == DUE - timedelta(minutes=30)
    assert next_at(response(rung=2, **has_it), LADDER) == DUE


def test_a_reminder_that_is_past_when_it_is_acknowledged_is_left_out() -> None:
    since = DUE - timedelta(minutes=45)
    found = response(state=ResponseState.ACKNOWLEDGED, due_at=DUE, since=since)
    assert next_at(found, LADDER) == DUE - timedelta(minutes=30)


def test_without_a_deadline_whoever_has_it_is_reminded_daily() -> None:
    assert minutes(response(state=ResponseState.ACKNOWLEDGED, rung=1)) == 2 * 1440


def test_the_raiser_is_reminded_daily_to_read_the_answer() -> None:
    found = response(state=ResponseState.ANSWERED, due_at=DUE - timedelta(days=2))
    assert minutes(found) == 1440


def test_what_is_closed_has_no_next_step() -> None:
    assert next_at(response(state=ResponseState.CLOSED), LADDER) is None
    assert next_at(response(since=None), LADDER) is None
