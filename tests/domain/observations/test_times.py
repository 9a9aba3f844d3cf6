"""When an observation is owed (E-29, E-40, E-67)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.deadlines import LastWorkingDayOfMonth
from domain.frameworks.sections import Cadence, Observation
from domain.observations.questions import USUAL, questions_of, rule_of
from domain.observations.times import is_rolling, opens_on, places, rolling_due, window
from tests.town import framework

CALENDAR = WorkingCalendar()
MONTHLY = Cadence(every="month", due=LastWorkingDayOfMonth(kind="last_working_day_of_month"))
YEARLY = Observation(
    key="yearly", title="Yearly", ref=("SEF-33",), cadence=Cadence(every="year"), each="observed"
)


@pytest.mark.parametrize(
    ("cadence", "today", "first", "due"),
    [
        (MONTHLY, date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 31)),
        (MONTHLY, date(2027, 1, 29), date(2027, 1, 1), date(2027, 1, 29)),
        (Cadence(every="quarter"), date(2026, 11, 3), date(2026, 10, 1), date(2026, 12, 31)),
        (Cadence(every="half_year"), date(2026, 8, 3), date(2026, 7, 1), date(2026, 12, 31)),
        (
            Cadence(every="year", months=(5, 11)),
            date(2026, 11, 9),
            date(2026, 11, 1),
            date(2026, 11, 30),
        ),
    ],
)
def test_the_running_period_has_a_first_day_and_a_last_one(
    cadence: Cadence, today: date, first: date, due: date
) -> None:
    found = window(cadence, today, CALENDAR)
    assert found is not None
    assert (found.first_day, found.due_on) == (first, due)


def test_there_is_no_period_without_a_cadence_or_after_its_last_working_day() -> None:
    assert window(None, date(2026, 12, 1), CALENDAR) is None
    assert window(Cadence(event="An audit says so"), date(2026, 12, 1), CALENDAR) is None
    assert window(MONTHLY, date(2027, 1, 30), CALENDAR) is None
    out_of_season = Cadence(every="year", months=(5, 11))
    assert window(out_of_season, date(2026, 12, 1), CALENDAR) is None


def test_only_what_is_owed_for_each_person_without_a_day_is_counted_from_the_last_one() -> None:
    rules = {rule.key: rule for rule in framework("sefton").observations}
    assert is_rolling(rules["experienced_staff"])
    assert is_rolling(rules["first_line_managers"])
    assert not is_rolling(rules["monthly_assignment"])
    assert not is_rolling(rules["newly_qualified"])
    (quarterly,) = [
        r for r in framework("somerset").observations if r.key == "practice_observation"
    ]
    assert not is_rolling(quarterly)


def test_it_is_due_twelve_months_after_the_last_and_handed_out_after_ten() -> None:
    due = rolling_due(YEARLY, date(2026, 3, 2), (0, 1), date(2026, 12, 1), calendar=CALENDAR)
    assert due == date(2027, 3, 2)
    assert opens_on(due) == date(2027, 1, 2)


def test_who_was_never_seen_is_spread_over_the_twelve_months_to_come() -> None:
    today = date(2026, 12, 1)
    dues = [
        rolling_due(YEARLY, None, place, today, calendar=CALENDAR)
        for place in places([f"p{n:02}" for n in range(24)]).values()
    ]
    assert min(dues) == date(2026, 12, 31)
    assert max(dues) == date(2027, 11, 30)
    assert {dues.count(day) for day in dues} == {2}


def test_the_council_s_own_questions_are_asked_and_else_the_usual_five() -> None:
    city = {rule.key: rule for rule in framework("city-of-london").observations}
    assert [one.key for one in questions_of(city["front_line"])] == [
        "ask_one",
        "ask_two",
        "ask_three",
    ]
    assert questions_of(YEARLY) == USUAL
    assert questions_of(rule_of(framework("sefton"), "dropped_from_the_file")) == USUAL
