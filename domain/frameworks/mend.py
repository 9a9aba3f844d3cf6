"""What is left of a file once the parts of the wrong shape are taken out."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from domain.frameworks.sentences import Flaw, Place, inside, place_of

WHOLE = ("grades", "document")  # half of one would make the rest look wrong


def without(raw: dict[str, Any], flaws: Iterable[Flaw]) -> dict[str, Any]:
    """A copy of the raw file whose faulty parts are gone; the rest can then be checked.

    An unknown key goes alone; otherwise the role, programme or entry goes. A role is kept by
    its name, so that those who name it are not blamed as well.
    """
    rest = copy.deepcopy(raw)
    places = {_part(raw, flaw) for flaw in flaws}
    # from the end, so that the numbers of what comes before stay true
    for place in sorted(places, key=_order, reverse=True):
        _drop(rest, place)
    return rest


def _part(raw: dict[str, Any], flaw: Flaw) -> tuple[str | int, ...]:
    place = tuple(place_of(raw, flaw.loc))
    if flaw.kind == "extra_forbidden":
        return place
    return place[: 1 if place[0] in WHOLE else 2]


def _order(place: Place) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in place]


def _drop(rest: dict[str, Any], place: Place) -> None:
    *above, last = place
    if above == ["roles"]:
        title = str(last)
        rest["roles"][last] = {"key": last, "title": title, "short": title, "coordinates": True}
        return
    node: Any = rest
    for step in above:
        node = inside(node, step)
    if inside(node, last) is not None:
        del node[last]
