from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.talks.session import month_to_look_back_on, session_activities
from tests.town import framework

CALENDAR = WorkingCalendar(frozenset({date(2027, 1, 1)}))


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 12, 1), date(2026, 11, 1)),
        (date(2026, 12, 31), date(2026, 11, 1)),
        (date(2026, 11, 1), None),  # a Sunday
        (date(2026, 11, 2), date(2026, 10, 1)),
        (date(2027, 1, 3), None),  # a holiday, then a weekend
        (date(2027, 1, 4), date(2026, 12, 1)),
    ],
)
def test_a_month_is_looked_back_on_from_the_next_one_s_first_working_day(
    today: date, month: date | None
) -> None:
    assert month_to_look_back_on(today, CALENDAR) == month


def test_only_what_everybody_of_the_audits_is_asked_to_is_a_session() -> None:
    assert [one.key for one in session_activities(framework("sefton"))] == ["reflective_session"]
    assert session_activities(framework("herefordshire")) == []
