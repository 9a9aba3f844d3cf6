"""The period of a quota that holds a day: a year from April, a quarter of it (E-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar.working_days import add_months
from domain.frameworks.sections import Quota

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
WEEKS = {"week": 1, "fortnight": 2}
A_MONDAY = date(2026, 1, 5)  # fortnights are counted from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Its first and its last day."""

    first_day: date
    last_day: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first_day <= day <= self.last_day

    def gone(self, day: date) -> float:
        """The share of it that is over when the day begins, from 0 to 1."""
        whole = (self.last_day - self.first_day).days + 1
        return min(1.0, max(0.0, (day - self.first_day).days / whole))


def period_of(quota: Quota, day: date) -> Period:
    """The period that the day lies in; a year begins with the quota's own month."""
    if months := MONTHS.get(quota.per):
        into = (day.month - quota.year_starts) % months
        first = add_months(day.replace(day=1), -into)
        return Period(first_day=first, last_day=add_months(first, months) - timedelta(days=1))
    days = 7 * WEEKS[quota.per]
    first = day - timedelta(days=(day - A_MONDAY).days % days)
    return Period(first_day=first, last_day=first + timedelta(days=days - 1))
