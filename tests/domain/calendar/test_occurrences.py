"""When entries fall due: periods, working days, year ends, leap days, changes of the clocks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.entries import CalendarEntry, Section
from domain.calendar.occurrences import LONGEST, WEEKS, next_after, occurrences, to_open
from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.deadlines import (
    DueRule,
    LastWorkingDayOfMonth,
    LastWorkingDayOfPeriod,
    WorkingDayOfMonth,
)
from domain.frameworks.sections import Activity, Cadence
from engines.bank_holidays import ClosedDays

ENGLAND = WorkingCalendar(ClosedDays())
MONTH_END = LastWorkingDayOfMonth(kind="last_working_day_of_month")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
EVERY = ("week", "fortnight", "month", "quarter", "half_year", "year")


def entry(cadence: Cadence) -> CalendarEntry:
    one = Activity(key="one", title="One", cadence=cadence)
    return CalendarEntry(section=Section.ACTIVITY, entry=one)


def due_days(cadence: Cadence, first: date = YEAR[0], last: date = YEAR[1]) -> list[date]:
    return [one.due_on for one in occurrences(entry(cadence), first, last, ENGLAND)]


def test_once_a_month_is_its_last_working_day() -> None:
    found = due_days(Cadence(every="month"))
    assert len(found) == 12
    assert found[0] == date(2026, 1, 30)  # the 31st is a Saturday
    assert found[4] == date(2026, 5, 29)
    assert found[-1] == date(2026, 12, 31)


def test_quarters_begin_in_january_april_july_and_october() -> None:
    rule = LastWorkingDayOfPeriod(kind="last_working_day_of_period", months=3)
    found = due_days(Cadence(every="quarter", due=rule))
    assert found == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]
    assert due_days(Cadence(every="quarter")) == found


def test_named_months_are_periods_of_their_own() -> None:
    cadence = Cadence(every="year", times=2, months=(5, 11))
    found = occurrences(entry(cadence), *YEAR, ENGLAND)
    assert [one.due_on for one in found] == [date(2026, 5, 29), date(2026, 11, 30)]
    assert found[0].period.first_day == date(2026, 5, 1)
    assert found[0].period.last_day == date(2026, 5, 31)


def test_months_without_a_period_come_every_year() -> None:
    months = (6, 7, 8, 9, 10, 11, 12)
    assert [day.month for day in due_days(Cadence(months=months))] == list(months)


def test_a_day_in_the_month_after_is_counted_from_the_printed_one() -> None:
    rule = WorkingDayOfMonth(kind="working_day_of_month", number=10, months_later=1)
    assert due_days(Cadence(every="year", months=(11,), due=rule)) == [date(2026, 12, 14)]
    december = Cadence(every="year", months=(12,), due=rule)
    assert due_days(december) == [date(2026, 1, 15)]  # the report on December 2025


def test_new_years_eve_on_a_weekend_and_christmas_move_the_day_back() -> None:
    year = (date(2027, 12, 1), date(2028, 1, 31))
    found = due_days(Cadence(every="month"), *year)
    assert found == [date(2027, 12, 31), date(2028, 1, 31)]
    easter = due_days(Cadence(every="month"), date(2024, 3, 1), date(2024, 3, 31))
    assert easter == [date(2024, 3, 28)]  # Good Friday is the 29th


def test_a_leap_day_is_the_end_of_its_february() -> None:
    found = due_days(Cadence(every="month"), date(2028, 2, 1), date(2028, 2, 29))
    assert found == [date(2028, 2, 29)]
    overview = Cadence(every="half_year", months=(2, 8), due=MONTH_END)
    assert due_days(overview, date(2024, 1, 1), date(2024, 3, 31)) == [date(2024, 2, 29)]


@pytest.mark.parametrize("changes", [date(2026, 3, 29), date(2026, 10, 25)])
def test_weeks_run_from_monday_to_sunday_over_the_change_of_the_clocks(changes: date) -> None:
    first, last = changes - timedelta(days=6), changes + timedelta(days=7)
    found = occurrences(entry(Cadence(every="week")), first, last, ENGLAND)
    assert [one.period.first_day.weekday() for one in found] == [0, 0]
    assert [(one.period.last_day - one.period.first_day).days for one in found] == [6, 6]


def test_the_week_of_good_friday_is_due_on_thursday() -> None:
    found = occurrences(entry(Cadence(every="week")), date(2026, 3, 30), date(2026, 4, 5), ENGLAND)
    assert [one.due_on for one in found] == [date(2026, 4, 2)]
    monday = occurrences(entry(Cadence(every="week")), date(2026, 4, 6), date(2026, 4, 12), ENGLAND)
    assert monday[0].opens_on == date(2026, 4, 7)  # Easter Monday is no working day (E-02)


def test_a_year_has_fifty_two_weeks_or_three_and_half_as_many_fortnights() -> None:
    assert len(due_days(Cadence(every="week"))) in {52, 53}
    assert len(due_days(Cadence(every="fortnight"))) in {26, 27}


def test_every_second_year_is_counted_from_the_year_said() -> None:
    cadence = Cadence(every="year", interval=2, since=2025)
    found = due_days(cadence, date(2025, 1, 1), date(2029, 12, 31))
    assert found == [date(2026, 12, 31), date(2028, 12, 29)]
    october = Cadence(every="year", interval=3, months=(10,), since=2024)
    assert [day.year for day in due_days(october, date(2024, 1, 1), date(2030, 12, 31))] == [
        2024,
        2027,
        2030,
    ]


def test_an_event_alone_brings_nothing_about() -> None:
    assert due_days(Cadence(event="The board meets")) == []
    assert next_after(entry(Cadence(event="The board meets")), YEAR[0], ENGLAND) is None


def test_it_opens_with_its_period_and_a_week_ahead_of_an_early_day() -> None:
    month = occurrences(entry(Cadence(every="month")), *YEAR, ENGLAND)
    assert month[1].opens_on == date(2026, 2, 2)  # the 1st is a Sunday
    fifth = WorkingDayOfMonth(kind="working_day_of_month", number=5)
    early = occurrences(entry(Cadence(every="month", due=fifth)), *YEAR, ENGLAND)
    assert (early[1].due_on, early[1].opens_on) == (date(2026, 2, 6), date(2026, 1, 30))


def test_a_whole_year_is_not_kept_open_for_longer_than_three_months() -> None:
    (one,) = occurrences(entry(Cadence(every="year")), *YEAR, ENGLAND)
    assert (one.opens_on, one.due_on) == (date(2026, 9, 30), date(2026, 12, 31))


def test_what_is_open_today_is_neither_ahead_nor_over() -> None:
    monthly = entry(Cadence(every="month"))
    assert [one.due_on for one in to_open(monthly, date(2026, 5, 29), ENGLAND)] == [
        date(2026, 5, 29)
    ]
    assert to_open(monthly, date(2026, 5, 30), ENGLAND) == []
    assert to_open(entry(Cadence(every="year")), date(2026, 9, 29), ENGLAND) == []


@given(
    every=st.sampled_from(EVERY),
    interval=st.integers(1, 3),
    months=st.sets(st.integers(1, 12), max_size=3),
    due=st.sampled_from(
        [None, MONTH_END, WorkingDayOfMonth(kind="working_day_of_month", number=5)]
    ),
    first=st.dates(date(2024, 1, 1), date(2032, 12, 31)),
)
def test_whatever_the_cadence_days_are_worked_and_in_order(
    every: str, interval: int, months: set[int], due: DueRule | None, first: date
) -> None:
    rules = {"months": tuple(sorted(months)), "due": due} if every not in WEEKS else {}
    cadence = Cadence.model_validate({"every": every, "interval": interval, **rules})
    last = add_months(first, 12)
    found = occurrences(entry(cadence), first, last, ENGLAND)
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)
    assert len({one.period.first_day for one in found}) == len(found)
    for one in found:
        assert first <= one.due_on <= last
        assert ENGLAND.is_working(one.due_on)
        assert ENGLAND.is_working(one.opens_on)
        assert one.opens_on <= one.due_on
        assert one.opens_on >= add_months(one.due_on, -LONGEST)


@given(every=st.sampled_from(EVERY), first=st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_two_halves_of_a_time_hold_what_the_whole_holds(every: str, first: date) -> None:
    one = entry(Cadence.model_validate({"every": every}))
    half, last = add_months(first, 7), add_months(first, 14)
    whole = occurrences(one, first, last, ENGLAND)
    parts = [
        *occurrences(one, first, half, ENGLAND),
        *occurrences(one, half + timedelta(days=1), last, ENGLAND),
    ]
    assert whole == parts


@given(every=st.sampled_from(EVERY), today=st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_every_occurrence_is_open_on_some_day_before_it_is_due(every: str, today: date) -> None:
    one = entry(Cadence.model_validate({"every": every}))
    following = next_after(one, today, ENGLAND)
    assert following is not None
    assert following in to_open(one, following.due_on, ENGLAND)
    assert following in to_open(one, following.opens_on, ENGLAND)


def opened_by(last_look: date | None, today: date, cadence: Cadence) -> list[date]:
    return [one.due_on for one in to_open(entry(cadence), today, ENGLAND, last_look)]


def test_what_opened_and_was_due_since_the_last_look_comes_late() -> None:
    weekly = Cadence(every="week")
    fridays = [date(2026, 10, 9), date(2026, 10, 16)]
    assert opened_by(date(2026, 10, 2), date(2026, 10, 14), weekly) == fridays
    assert opened_by(date(2026, 10, 13), date(2026, 10, 14), weekly) == fridays[1:]


def test_what_was_told_of_by_the_last_look_is_not_brought_back() -> None:
    """October's opened on the 1st: whoever got the role on the 2nd of November does not owe it."""
    monthly = Cadence(every="month")
    assert opened_by(date(2026, 10, 30), date(2026, 11, 2), monthly) == [date(2026, 11, 30)]


@pytest.mark.parametrize("last_look", [None, date(2026, 10, 14), date(2027, 1, 1)])
def test_without_an_earlier_look_nothing_is_late(last_look: date | None) -> None:
    found = opened_by(last_look, date(2026, 10, 14), Cadence(every="week"))
    assert found == [date(2026, 10, 16)]


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 60), st.sampled_from(EVERY))
def test_no_outage_loses_anything(last_look: date, days: int, every: str) -> None:
    """What looks on each day would have opened, one look after the outage opens as well."""
    cadence = Cadence.model_validate({"every": every})
    today = last_look + timedelta(days=days)
    each_day = {
        due
        for number in range(days + 1)
        for due in opened_by(None, last_look + timedelta(days=number), cadence)
    }
    before = set(opened_by(None, last_look, cadence))
    assert each_day <= before | set(opened_by(last_look, today, cadence))
