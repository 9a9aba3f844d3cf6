"""Whoever reads what an audit found: some disagree, some praise, most have just read it."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

SOMETIMES = 0.12
SELDOM = 0.06
"""How often somebody disagrees: each time others read the whole audit again."""


@habit("audit_findings")
def read(sight: Sight) -> Sequence[Move]:
    """Now and then somebody disagrees, nominates or adds an action before."""
    draw = sight.hand.draw
    more = {
        "dispute_findings": SELDOM,
        "nominate_from_findings": SOMETIMES,
        "add_found_action": SOMETIMES,
    }
    now_and_then = [
        move for verb, often in more.items() for move in sight.press(verb) if draw.random() < often
    ]
    return [*now_and_then, *sight.press("acknowledge_findings")]
