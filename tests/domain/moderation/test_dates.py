"""When moderation opens and is due (E-44), the day of the draw, the days to disagree (E-97)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.moderation.dates import Window, disagree_by, draw_day, window
from engines.bank_holidays import ClosedDays
from tests.domain.moderation.test_draw import rules

CALENDAR = WorkingCalendar(ClosedDays())


def day(text: str) -> date:
    """``day("2026-12-22")``."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("opened", "ready", "opens", "due"),
    [
        ("2025-09-01", "2025-09-19", "2025-09-22", "2025-09-28"),
        ("2026-12-01", "2026-12-22", "2026-12-22", "2026-12-28"),
        ("2026-11-01", "2026-11-20", "2026-11-23", "2026-11-28"),  # the 22nd is a Sunday
        ("2026-12-01", "2026-12-24", "2026-12-24", "2026-12-28"),
        ("2026-12-01", "2026-12-30", "2026-12-30", "2027-01-05"),  # after the window: six days
        ("2026-11-01", "2026-12-05", "2026-12-07", "2026-12-12"),
    ],
)
def test_herefordshire_moderates_from_the_22nd_to_the_28th(
    opened: str, ready: str, opens: str, due: str
) -> None:
    found = window(
        rules("herefordshire"),
        opened=day(opened),
        audits_due=day(opened).replace(day=22),
        ready=day(ready),
        calendar=CALENDAR,
    )
    assert found == Window(day(opens), day(due))


@pytest.mark.parametrize(
    ("opened", "audits_due", "drawn"),
    [
        ("2026-11-02", "2026-11-30", "2026-12-07"),
        ("2026-12-01", "2026-12-31", "2027-01-08"),  # New Year's Day is no working day
        ("2026-01-01", "2026-01-30", "2026-02-06"),
    ],
)
def test_sefton_draws_on_the_fifth_working_day_of_the_next_month(
    opened: str, audits_due: str, drawn: str
) -> None:
    found = draw_day(rules(), opened=day(opened), audits_due=day(audits_due), calendar=CALENDAR)
    assert found == day(drawn)


@pytest.mark.parametrize("month", range(1, 13))
def test_whoever_hears_on_the_last_day_can_disagree_before_the_draw(month: int) -> None:
    last = CALENDAR.last_of_month(date(2026, month, 1))
    until = disagree_by(rules(), last)
    drawn = draw_day(rules(), opened=date(2026, month, 1), audits_due=last, calendar=CALENDAR)
    assert until is not None
    assert drawn is not None
    assert until < drawn


def test_without_a_share_there_is_no_day_of_the_draw() -> None:
    found = draw_day(
        rules("herefordshire"),
        opened=day("2026-12-01"),
        audits_due=day("2026-12-22"),
        calendar=CALENDAR,
    )
    assert found is None


def test_five_days_to_disagree_in_sefton_and_none_in_herefordshire() -> None:
    assert disagree_by(rules(), day("2026-11-30")) == day("2026-12-05")
    assert disagree_by(rules("herefordshire"), day("2026-11-30")) is None


def test_a_cycle_that_opens_late_in_its_month_is_moderated_in_the_next() -> None:
    found = window(
        rules("herefordshire"),
        opened=day("2026-11-21"),
        audits_due=day("2026-12-12"),
        ready=day("2026-12-01"),
        calendar=CALENDAR,
    )
    assert found == Window(day("2026-12-22"), day("2026-12-28"))
