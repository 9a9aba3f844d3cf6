"""Whoever owns an action does it, mostly; else they write down how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

MOSTLY = 0.8


@habit("action_assigned")
def owns(sight: Sight) -> Sequence[Move]:
    """Done and sent to be signed off, or a note; who only reads it has neither button."""
    done = sight.hand.draw.random() < MOSTLY
    return sight.press("complete_action" if done else "note_progress")
