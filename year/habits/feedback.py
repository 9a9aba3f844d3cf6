"""Whoever begins feedback writes some down; whoever may puts the questions to a team as well."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

SURVEY = "survey"


@habit("feedback_start")
def begins(sight: Sight) -> Sequence[Move]:
    """A survey to a team, then their own, which leads to another card."""
    return [*_asked(sight), *sight.press("begin_feedback"), *sight.press("ask_for_feedback")]


def _asked(sight: Sight) -> Sequence[Move]:
    """Any of the surveys that are theirs to send, to one team by its name."""
    teams = sight.hand.subjects.get("team", ())
    found = []
    for move in sight.press("ask_colleagues") if teams else ():
        asked = [one["choices"] for one in move.button.around if one["id"] == SURVEY]
        ways = [str(choice["value"]) for choices in asked for choice in choices]
        chosen = {SURVEY: sight.hand.draw.choice(ways)} if ways else {}
        found.append(Move(button=move.button, inputs={"whom": teams[0]} | chosen))
    return found
