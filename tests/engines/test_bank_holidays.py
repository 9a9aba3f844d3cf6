from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from domain.calendar.working_days import WorkingCalendar
from engines.bank_holidays import ClosedDays

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 3),  # Good Friday
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),  # instead of Saturday, Boxing Day
        date(2027, 1, 1),
    ],
)
def test_bank_holidays_of_england_are_closed(day: date) -> None:
    assert day in ClosedDays()


@pytest.mark.parametrize(
    "day", [date(2026, 3, 17), date(2026, 8, 3), date(2026, 11, 30), date(2026, 11, 23)]
)
def test_holidays_of_the_other_nations_and_plain_days_are_open(day: date) -> None:
    assert day not in ClosedDays()


def test_the_councils_own_closures_are_closed() -> None:
    assert date(2026, 12, 29) in ClosedDays([date(2026, 12, 29)])
    assert date(2026, 12, 30) not in ClosedDays([date(2026, 12, 29)])


def test_what_is_no_day_is_not_closed() -> None:
    assert "2026-12-25" not in ClosedDays()


def test_a_working_calendar_steps_over_christmas() -> None:
    calendar = WorkingCalendar(ClosedDays([date(2026, 12, 24)]))
    assert calendar.on_or_after(date(2026, 12, 24)) == date(2026, 12, 29)


def test_loading_the_module_does_not_load_holidays() -> None:
    code = "import engines.bank_holidays, sys; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own words


def test_england_comes_without_the_rest_of_the_world() -> None:
    code = (
        "import sys; from datetime import date; from engines.bank_holidays import ClosedDays; "
        "assert date(2026, 12, 25) in ClosedDays(); "
        "loaded = [name for name in sys.modules if name.startswith('holidays.countries.')]; "
        "assert loaded == ['holidays.countries.united_kingdom'], loaded; "
        "import holidays; assert holidays.country_holidays('FR', years=2026)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)  # noqa: S603 - our own code
