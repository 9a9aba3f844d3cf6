"""What the coordinator gets: the cycle, and the seats that nobody holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.audits.audits_unallocated import AuditsUnallocated, UnallocatedSeat
from cards.audits.cycle_opened import CycleOpened, ReachProblem
from domain.refs import Ref
from tests.cards.walk import find, words

CYCLE = CycleOpened(
    ref=Ref("cycle", "3"),
    version=1,
    programme="Case file audit",
    cycle="October 2026",
    audits=30,
    seats=60,
    due=date(2026, 10, 22),
    pool=412,
    seed=5518,
)
SEAT = UnallocatedSeat(
    ref=Ref("seat", "90"),
    version=4,
    case="C-1",
    seat_label="peer auditor",
    why="4 are in the line, 1 is away",
)
OPEN = AuditsUnallocated(
    ref=Ref("cycle", "3"),
    version=1,
    programme="Case file audit",
    cycle="October 2026",
    seats=(SEAT,),
)


def test_a_cycle_says_what_was_drawn_and_how() -> None:
    read = words(CYCLE.render())
    assert "30 audits opened" in read
    assert "Somebody was asked for every seat, 60 in all." in read
    assert "At random from 412 records, seed 5518" in read
    assert "Not reached" not in read


def test_seats_without_anybody_are_counted_apart() -> None:
    read = words(replace(CYCLE, unallocated=3).render())
    assert "Somebody was asked for 57 of 60 seats." in read
    assert "3 seats: the reasons come in a card of their own" in read


def test_people_who_were_not_reached_are_named_up_to_ten() -> None:
    many = tuple(ReachProblem(name=f"Person {n}", why="away") for n in range(13))
    read = words(replace(CYCLE, reach_problems=many).render())
    assert "Person 9\naway" in read
    assert "Person 10" not in read
    assert "3 more" in read


def test_a_seat_without_anybody_says_why() -> None:
    read = words(OPEN.render())
    assert "1 seat has nobody to take it" in read
    assert "C-1, peer auditor\n4 are in the line, 1 is away" in read
    assert OPEN.summary == "Case file audit: 1 seat has nobody to take it"


def test_each_seat_opens_by_a_press() -> None:
    press = find(OPEN.render(), "Action.Execute", verb="open_seat")
    assert press["data"] == {"id": "seat-90", "version": 4}


def test_more_than_ten_seats_are_counted() -> None:
    many = tuple(replace(SEAT, case=f"C-{n}") for n in range(17))
    read = words(replace(OPEN, seats=many).render())
    assert "7 more in the list of the cycle." in read
    assert "C-10" not in read


def test_what_can_be_done_is_listed() -> None:
    read = words(replace(OPEN, ways_on=("Import somebody.",)).render())
    assert "What you can do\n- Import somebody." in read
