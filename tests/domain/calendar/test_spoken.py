from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.spoken import Span, read_span, spoken_day

TODAY = date(2026, 12, 2)  # a Wednesday
days = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3-14 Aug", "2027-08-03", "2027-08-14"),
        ("3\u201314 August", "2027-08-03", "2027-08-14"),
        ("3rd to 14th August 2027", "2027-08-03", "2027-08-14"),
        ("from Monday to 12 January", "2026-12-07", "2027-01-12"),
        ("until Friday", "2026-12-02", "2026-12-04"),
        ("till the 4", "", ""),
        ("28-4 Jan", "2026-12-28", "2027-01-04"),
        ("28 Dec to 4 Jan 2027", "2026-12-28", "2027-01-04"),
        ("21 December until 2 January", "2026-12-21", "2027-01-02"),
        ("3/8 to 14/8", "2027-08-03", "2027-08-14"),
        ("03/08/2027-14/08/2027", "2027-08-03", "2027-08-14"),
        ("2026-12-10 to 2026-12-12", "2026-12-10", "2026-12-12"),
        ("Fri 14 Aug - Mon 17 Aug", "2027-08-14", "2027-08-17"),
        ("from tomorrow until next Tuesday", "2026-12-03", "2026-12-08"),
        ("Mon-Wed", "2026-12-07", "2026-12-09"),
        ("next week", "2026-12-07", "2026-12-11"),
        ("this week", "2026-12-02", "2026-12-04"),
        ("on Thursday", "2026-12-03", "2026-12-03"),
        ("today", "2026-12-02", "2026-12-02"),
        ("14-3 August", "2027-07-14", "2027-08-03"),
        ("31 February to 4 March", "", ""),
        ("soon", "", ""),
        ("", "", ""),
    ],
)
def test_spans_as_people_write_them(text: str, first: str, last: str) -> None:
    expected = Span(date.fromisoformat(first), date.fromisoformat(last)) if first else None
    assert read_span(text, TODAY) == expected


@given(days, st.integers(0, 300))
def test_a_span_written_out_is_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    text = f"{first.day} {first:%B %Y} to {last.day} {last:%b} {last.year}"
    assert read_span(text, TODAY) == Span(first, last)


@given(days, st.integers(0, 6))
def test_a_weekday_is_the_next_one_or_today(today: date, weekday: int) -> None:
    name = f"{date(2026, 11, 30) + timedelta(days=weekday):%A}"
    found = spoken_day(name, today)
    assert found is not None
    assert found.weekday() == weekday
    assert 0 <= (found - today).days < 7


@given(days, st.integers(0, 6))
def test_next_with_a_weekday_lies_in_the_week_after(today: date, weekday: int) -> None:
    name = f"next {date(2026, 11, 30) + timedelta(days=weekday):%A}"
    found = spoken_day(name, today)
    assert found is not None
    assert found.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


@given(st.text(max_size=40))
def test_whatever_is_typed_a_span_never_ends_before_it_begins(text: str) -> None:
    found = read_span(text, TODAY)
    assert found is None or found.first <= found.last
