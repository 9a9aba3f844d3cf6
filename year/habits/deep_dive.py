"""Whoever commissions a deep dive picks somebody from outside the services, for one record."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

PICKED = "auditors"


@habit("deep_dive_form")
def commissions(sight: Sight) -> Sequence[Move]:
    """Who was taken on last works in no service, so the record is not of their own line."""
    found = []
    for move in sight.press("commission_deep_dive"):
        asked = [one["choices"] for one in move.button.around if one["id"] == PICKED]
        people = [str(choice["value"]) for choices in asked for choice in choices]
        last = max(people, key=lambda one: int(one.lstrip("P")), default="")
        found.append(Move(button=move.button, inputs={PICKED: last}))
    return found
