"""England's bank holidays by the package ``holidays``, with the council's own closures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast


class ClosedDays:
    """Answers ``day in closed``, for ``WorkingCalendar``; each year is worked out when asked."""

    def __init__(self, closures: Iterable[date] = ()) -> None:
        self._closures = frozenset(closures)
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        """Whether the day is a bank holiday in England or a closure of the council."""
        if not isinstance(day, date):
            return False
        if day.year not in self._years:
            self._years[day.year] = _england(day.year)
        return day in self._closures or day in self._years[day.year]


def _england(year: int) -> frozenset[date]:
    return frozenset(_united_kingdom()(subdiv="ENG", years=year))


@cache
def _united_kingdom() -> Callable[..., Iterable[date]]:
    """The one country that we need.

    The package loads 250 with it, which take 7 MiB and 40 ms of somebody's first turn; so while
    that one is loaded, an empty package stands in the place of the list of all countries.
    """
    holidays = import_module("holidays")  # a tenth of a second to load
    countries = "holidays.countries"
    if countries in sys.modules:
        return cast("Callable[..., Iterable[date]]", holidays.UnitedKingdom)
    bare = ModuleType(countries)
    bare.__path__ = [str(Path(path) / "countries") for path in holidays.__path__]
    sys.modules[countries] = bare
    try:
        found = import_module(f"{countries}.united_kingdom").UnitedKingdom
    finally:
        del sys.modules[countries]
    return cast("Callable[..., Iterable[date]]", found)
