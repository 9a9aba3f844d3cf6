"""Days as other systems write them."""

from __future__ import annotations

from collections.abc import Iterable

from domain.lists.cells import day_in


def first_day(starts: Iterable[str]) -> str:
    """The earliest, as it was written; what is no day comes first, so that the check tells it."""
    told = [start for start in starts if start]
    return min(
        told, key=lambda start: day.isoformat() if (day := day_in(start)) else "", default=""
    )
