"""England's bank holidays by the package ``holidays``, with the council's own closures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


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
    from holidays import country_holidays  # noqa: PLC0415 - a tenth of a second to load

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
