from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.faults import Fault
from domain.talks.when import read_when, start_of

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("26 November 14:00", datetime(2026, 11, 26, 14, 0, tzinfo=UTC), None),
        ("26/11 at 2pm for 90 minutes", datetime(2026, 11, 26, 14, 0, tzinfo=UTC), 90),
        ("26th Nov 9.30am for an hour", datetime(2026, 11, 26, 9, 30, tzinfo=UTC), 60),
        ("2026-11-26 14:00 45 mins", datetime(2026, 11, 26, 14, 0, tzinfo=UTC), 45),
        ("26.11.2026, 14:00, 1.5 hours", datetime(2026, 11, 26, 14, 0, tzinfo=UTC), 90),
        ("12 am 26 November", datetime(2026, 11, 26, 0, 0, tzinfo=UTC), None),
    ],
)
def test_days_and_times_are_read_as_people_write_them(
    typed: str, start: datetime, minutes: int | None
) -> None:
    when = read_when(typed, TODAY)
    assert (when.start, when.minutes) == (start, minutes)


def test_a_day_that_is_over_this_year_is_next_year_s() -> None:
    assert read_when("3 February 10:00", TODAY).start == datetime(2027, 2, 3, 10, tzinfo=UTC)


def test_the_time_is_london_s() -> None:
    assert read_when("3/7/2027 10:00", TODAY).start == datetime(2027, 7, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["", "soon", "26 November", "14:00", "31 February 14:00", "26 Nov 25:00", "40/1 9:00"]
)
def test_anything_else_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Fault, match="26 November 14:00 for 60 minutes"):
        read_when(typed, TODAY)


def test_a_day_and_a_time_from_a_form_are_london_s() -> None:
    start = start_of("2026-07-03", "10:00", day_field="day", time_field="time")
    assert start == datetime(2026, 7, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "at", "field"), [("", "10:00", "day"), ("2026-07-03", "", "time"), ("x", "y", "time")]
)
def test_half_a_choice_names_the_field(day: str, at: str, field: str) -> None:
    with pytest.raises(Fault) as refused:
        start_of(day, at, day_field="day", time_field="time")
    assert refused.value.field == field
