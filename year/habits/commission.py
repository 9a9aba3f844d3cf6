"""Whoever opens an audit out of the cycle names what it is about: a record, a team, a home."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

CHOICE = "programme"


@habit("audit_commission")
def commissions(sight: Sight) -> Sequence[Move]:
    """The kind that was chosen least so far, and one of what it can be about."""
    return [_named(sight, move) for move in sight.press("commission_audit")]


def _named(sight: Sight, move: Move) -> Move:
    """What is pressed counts as used once it is filled in, so nothing is counted here."""
    asked = next((one["choices"] for one in move.button.around if one["id"] == CHOICE), ())
    kinds = [str(one["value"]) for one in asked]
    kind = min(kinds, key=lambda one: sight.hand.used[CHOICE, one], default="")
    known = list(sight.hand.subjects.get(kind, ()))
    inputs = {CHOICE: kind, "records": sight.hand.draw.choice(known)} if known else {}
    return Move(button=move.button, inputs=inputs)
