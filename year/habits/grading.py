"""How an auditor works through an audit: talks first, areas, then submits.

Most work is as the second or third grade of the scale says. Some records are poor and some
outstanding, and whoever looks at them sees that; a few auditors see an area otherwise than the
others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from cards.card import Json
from year.habit import Move, Sight, habit

WAYS = ("go_to_talk", "go_to_family", "open_talks")
AWAY = frozenset({"open_audit"})
"""What leads back to the card from which the form was opened."""
STRICT = 0.08
"""How often an auditor grades an area otherwise than the record deserves."""
SELDOM = 0.1
"""How often an auditor asks that somebody's practice be observed."""
RECORD = re.compile(r"\bC-(\d+)\b")
POOR, FAIR, SPLENDID, KINDS = frozenset({1, 3}), frozenset({0, 4, 5}), frozenset({6}), 8
"""How the work on a record is, by its number: the first of each of two teams is poor."""


@habit("grading", "moderation_decision")
def grades(sight: Sight) -> Sequence[Move]:
    """Whatever is still open besides the grades goes first, then what the card invites to."""
    ways = [Move(button=one) for one in sight.buttons if one.verb in WAYS]
    if sight.hand.draw.random() < SELDOM:
        ways += sight.press("recommend_observation")
    first = [Move(button=one, inputs=graded(sight, one.around)) for one in sight.buttons]
    invited = [move for move in first if move.button.primary and move.button.verb not in AWAY]
    return [*ways, *invited]


def graded(sight: Sight, inputs: Sequence[Json]) -> dict[str, str]:
    """What the record deserves, mostly."""
    found = {}
    for asked in inputs:
        choices = [str(choice["value"]) for choice in asked.get("choices", ())]
        if asked.get("id") not in {"grade", "overall"} or not choices:
            continue
        strict = asked["id"] == "grade" and sight.hand.draw.random() < STRICT
        found[asked["id"]] = sight.hand.draw.choice(choices) if strict else _due(sight, choices)
    return found


def _due(sight: Sight, choices: Sequence[str]) -> str:
    """The grade that the work on a record deserves: the same whoever looks."""
    number = RECORD.search(json.dumps(sight.standing.card.get("body", [])[:2]))
    kind = int(number[1]) % KINDS if number else 0
    if kind in POOR:
        return choices[-1] if choices[-1] != "not_applicable" else choices[-2]
    place = 0 if kind in SPLENDID else 2 if kind in FAIR else 1
    return choices[min(place, len(choices) - 1)]
