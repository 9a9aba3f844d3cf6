"""Actions are added now and then; whoever owns one does it, mostly, or says how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

MOSTLY = 0.8


@habit("action_form")
def adds(sight: Sight) -> Sequence[Move]:
    """One action each time that somebody asks for the form, which stands open afterwards."""
    once = sight.press("keep_action") if sight.standing.visits <= 1 else []
    return once or sight.press("keep_action_anyway")


@habit("action_assigned")
def owns(sight: Sight) -> Sequence[Move]:
    """Done and sent to be signed off, or a note; who only reads it has neither button."""
    done = sight.hand.draw.random() < MOSTLY
    return sight.press("complete_action" if done else "note_progress")
