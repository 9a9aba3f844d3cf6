"""Whoever is asked to audit begins at once; a few hand it on or cannot take it."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

SELDOM = 0.05


@habit("audit_allocated", "assessment_submitted")
def allocated(sight: Sight) -> Sequence[Move]:
    """The form that follows is a card of its own, so it is opened here only once."""
    if sight.standing.visits > 1:
        return ()
    if sight.hand.draw.random() < SELDOM:
        return sight.press("decline_audit")
    return sight.press("start_audit")
