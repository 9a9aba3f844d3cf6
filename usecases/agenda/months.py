"""Months as subjects of cards."""

from __future__ import annotations

from datetime import date

from domain.calendar.working_days import ONE_DAY, add_months
from domain.refs import Ref

FURTHEST = 24
"""Months before or after today that the calendar shows."""


def month_ref(day: date) -> Ref:
    """The month of a day: ``month-2026-12``."""
    return Ref("month", f"{day:%Y-%m}")


def month_of(about: Ref) -> date | None:
    """Its first day; None where the reference is none of ours."""
    try:
        return date.fromisoformat(f"{about.key}-01")
    except ValueError:
        return None


def last_of(first: date) -> date:
    """The last day of the month that begins on the day."""
    return add_months(first, 1) - ONE_DAY


def within(first: date, today: date) -> bool:
    """Whether the calendar goes that far."""
    here = today.replace(day=1)
    return add_months(here, -FURTHEST) <= first <= add_months(here, FURTHEST)
