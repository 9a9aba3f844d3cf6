"""Whoever is asked for their word on a draw gives it a theme, names whom it needs, and confirms."""

from __future__ import annotations

import json
from collections.abc import Sequence

from year.habit import Move, Sight, habit

THEME, NAMES = "Voice of the child", "names"


@habit("draw_proposed")
def decides(sight: Sight) -> Sequence[Move]:
    """Theme and template first; then the word."""
    return [
        *sight.press("brief_draw", theme=THEME, template="https://forms.example/template"),
        *_named(sight),
        *sight.press("confirm_draw"),
    ]


def _named(sight: Sight) -> Sequence[Move]:
    """What people choose: the first of those that this kind of audit can be about."""
    band = json.dumps(sight.standing.card.get("body", [])[:1], ensure_ascii=False)
    titles = sorted((one for one in sight.hand.subjects if f"{one} ·" in band), key=len)
    names = sight.hand.subjects[titles[-1]] if titles else ()
    return sight.press("name_subjects", **{NAMES: names[0]}) if names else []
