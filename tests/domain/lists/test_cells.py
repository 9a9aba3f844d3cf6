from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lists.cells import CellFault, day_in, is_yes, key_of, past_day, text_of

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "05/01/2026",
        "5/1/2026",
        "05-01-2026",
        "5.1.2026",
        "2026-01-05",
        "2026-1-5",
        "2026-01-05 00:00:00",
        "2026-01-05T09:30",
        "05/01/2026 09:30",
        "05-Jan-2026",
        "5 January 2026",
    ],
)
def test_days_are_read_as_the_british_write_them(text: str) -> None:
    assert past_day(f" {text} ", TODAY) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "12/31/2025",
        "31/02/2026",
        "5/1/26",
        "05/01-2026",
        "soon",
        "46027",
        "5 Jam 2026",
    ],
)
def test_what_is_no_day_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(CellFault, match="is not a day; write it as") as told:
        past_day(text, TODAY)
    assert text not in told.value.message


def test_days_to_come_and_days_long_gone_are_refused() -> None:
    assert past_day("21/11/2026", TODAY) == TODAY
    with pytest.raises(CellFault, match="in the future"):
        past_day("22/11/2026", TODAY)
    assert past_day("21/11/1996", TODAY) == date(1996, 11, 21)
    with pytest.raises(CellFault, match="more than 30 years ago"):
        past_day("20/11/1996", TODAY)


def test_a_blank_day_is_none() -> None:
    assert past_day("  ", TODAY) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_in_each_way_of_writing(day: date) -> None:
    written = (day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}-{day:%b}-{day:%Y}")
    assert [day_in(text) for text in written] == [day] * 3


@pytest.mark.parametrize("word", ["yes", "Y", "TRUE", "1"])
def test_yes_in_every_way(word: str) -> None:
    assert is_yes(word)


@pytest.mark.parametrize("word", ["no", "N", "False", "0", ""])
def test_no_in_every_way(word: str) -> None:
    assert not is_yes(word)


def test_maybe_is_refused() -> None:
    with pytest.raises(CellFault, match="must be yes or no"):
        is_yes("maybe")


def test_text_loses_line_breaks_and_what_nobody_can_see() -> None:
    assert text_of(" Ada\n\tByrne\u00a0\u200b\x00") == "Ada Byrne"
    with pytest.raises(CellFault, match="longer than 200"):
        text_of("x" * 201)


@pytest.mark.parametrize("cell", ["", "P 1", "x" * 65])
def test_a_key_is_short_and_without_blanks(cell: str) -> None:
    with pytest.raises(CellFault):
        key_of(cell)
    assert key_of(" P-1 ") == "P-1"
