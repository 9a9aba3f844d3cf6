"""Whoever nominates says what it is for; who has ways of their own takes one of them."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, as_invited, habit

RULE = "rule"


@habit("nomination_form")
def nominates(sight: Sight) -> Sequence[Move]:
    """What is open to everybody stands first among the ways."""
    found = []
    for move in sight.press("send_nomination"):
        asked = [one["choices"] for one in move.button.around if one["id"] == RULE]
        own = [str(choice["value"]) for choices in asked for choice in choices][1:]
        inputs = {RULE: sight.hand.draw.choice(own)} if own else {}
        found.append(Move(button=move.button, inputs=inputs))
    others = [move for move in as_invited(sight) if move.button.verb != "send_nomination"]
    return [*found, *others]
