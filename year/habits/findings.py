"""Whoever reads what an audit found: some disagree, some praise, most have just read it."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

SOMETIMES = 0.2


@habit("audit_findings")
def read(sight: Sight) -> Sequence[Move]:
    """Now and then somebody disagrees, nominates or adds an action before."""
    more = ("dispute_findings", "nominate_from_findings", "add_found_action")
    now_and_then = [
        move for verb in more for move in sight.press(verb) if sight.hand.draw.random() < SOMETIMES
    ]
    return [*now_and_then, *sight.press("acknowledge_findings")]
