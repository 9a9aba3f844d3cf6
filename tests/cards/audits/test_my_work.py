"""The list of what waits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cards.audits.my_work import DutyLine, MyWork
from domain.refs import Ref
from tests.cards.walk import of_type, words

WEDNESDAY = date(2026, 12, 2)


def duty(number: int, days: int, late: int = 0) -> DutyLine:
    return DutyLine(
        ref=Ref("duty", str(number)),
        version=number,
        text=f"Grade C-{number}",
        due=WEDNESDAY + timedelta(days),
        working_days_late=late,
    )


def drawn(*duties: DutyLine) -> str:
    return words(
        MyWork(ref=Ref("person", "ada"), version=1, today=WEDNESDAY, duties=duties).render()
    )


def test_nothing_to_do_says_so_and_what_else_there_is() -> None:
    read = drawn()
    assert "Nothing is waiting for you. Type **help** to see what I can do." in read
    assert "Overdue" not in read


def test_what_is_due_first_comes_first_and_has_number_one() -> None:
    read = drawn(duty(3, 9), duty(2, 1), duty(1, -2, late=2)).split("\n")
    lines = [text for text in read if text in {"Overdue", "Due this week", "Later", "1", "2", "3"}]
    assert lines == ["Overdue", "1", "Due this week", "2", "Later", "3"]


@pytest.mark.parametrize(
    ("days", "late", "right"),
    [
        (-2, 2, "2 days late"),
        (-1, 1, "1 day late"),
        (-1, 0, "Late"),
        (0, 0, "Today"),
        (2, 0, "Friday"),
        (4, 0, "Sunday"),
        (5, 0, "7 December"),
    ],
)
def test_the_right_side_says_when(days: int, late: int, right: str) -> None:
    assert right in drawn(duty(1, days, late)).split("\n")


def test_the_title_counts_what_presses() -> None:
    assert "1 overdue, 2 due this week" in drawn(duty(1, -1, 1), duty(2, 0), duty(3, 4), duty(4, 9))
    assert "1 thing for later" in drawn(duty(4, 9))


def test_at_most_ten_lines_and_then_a_number() -> None:
    work = MyWork(
        ref=Ref("person", "ada"),
        version=1,
        today=WEDNESDAY,
        duties=tuple(duty(n, n) for n in range(17)),
    )
    card = work.render()
    assert "7 more, due later." in words(card)
    presses = of_type(card, "Action.Execute")
    assert [press["data"]["id"] for _, press in presses] == [f"duty-{n}" for n in range(10)]
    assert "Type a number from 1 to 10" in card["fallbackText"]


def test_ten_lines_are_all() -> None:
    assert "more, due later" not in drawn(*(duty(n, n) for n in range(10)))
