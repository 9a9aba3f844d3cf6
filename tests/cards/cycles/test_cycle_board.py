"""The board of a cycle: what stands there, and the way on where nothing does."""

from __future__ import annotations

from dataclasses import replace

from cards.cycles.cycle_board import CycleBoard
from tests.cards.walk import find, of_type, words

BOARD = CycleBoard.examples()[0]


def test_a_line_is_pressed_to_open_its_audit() -> None:
    assert "All teams, all stages. Press a line to open its audit." in words(BOARD.render())


def test_where_nothing_is_found_no_line_is_offered() -> None:
    empty = replace(BOARD, counts=(), shown=(), found=0, team="Get Safe")
    said = words(empty.render())
    assert "Get Safe, all stages. Choose another stage or team." in said
    assert "Remind all of these" not in said
    assert find(empty.render(), "Action.Execute", title="Show these")


def test_the_filters_say_that_nothing_is_left_out() -> None:
    shown = [node.get("placeholder") for _, node in of_type(BOARD.render(), "Input.ChoiceSet")]
    assert shown == ["All teams", "All stages"]
