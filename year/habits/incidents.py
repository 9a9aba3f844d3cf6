"""Whoever is told of a serious incident says so; whoever decides on it does all that follows."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

IN_TURN = (
    "acknowledge_response",
    "decide_incident",
    "agree_incident",
    "choose_learning",
    "note_review",
    "close_incident",
)


@habit("serious_incident")
def follows(sight: Sight) -> Sequence[Move]:
    """What the card still offers of it, in turn."""
    return [move for verb in IN_TURN for move in sight.press(verb)]
