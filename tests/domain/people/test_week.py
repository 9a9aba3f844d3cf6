from __future__ import annotations

import pytest

from domain.lists.cells import CellFault
from domain.people.week import working_days

OFFICE = {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("", OFFICE),
        (" ", OFFICE),
        ("Mon-Fri", OFFICE),
        ("monday – FRIDAY", OFFICE),  # noqa: RUF001 - as word processors write it
        ("Mon to Fri", OFFICE),
        ("1-5", OFFICE),
        ("Mon;Tue;Thu", {0, 1, 3}),
        ("Mon, Tues and Thurs", {0, 1, 3}),
        ("Mon/Weds", {0, 2}),
        ("1;3;6-7", {0, 2, 5, 6}),
        ("tu", {1}),
    ],
)
def test_weeks_are_read_as_people_write_them(cell: str, days: set[int]) -> None:
    assert working_days(cell) == days


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Fri-Mon", "'fri-mon' is not a span of days"),
        ("Mon-Wed-Fri", "is not a span of days"),
        ("0-5", "'0' is not a day of the week"),
        ("8", "'8' is not a day of the week"),
        ("t", "'t' is not a day of the week"),
        ("Mon-", "'' is not a day of the week"),
        ("full time", "'full time' is not a day of the week"),
        ("2026-05-01", "turned into a date by the spreadsheet"),
    ],
)
def test_what_is_no_week_is_refused_with_the_way_to_write_it(cell: str, said: str) -> None:
    with pytest.raises(CellFault, match=said) as told:
        working_days(cell)
    assert "write it as Mon-Fri" in told.value.message
