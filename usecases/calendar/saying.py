"""Months and people of the calendar, in words."""

from __future__ import annotations

from domain.calendar.occurrences import Span


def say_months(span: Span) -> str:
    """``September 2026``, ``July to September 2026``, ``November 2026 to January 2027``."""
    first, last = span.first_day, span.last_day
    end = f"{last:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    return f"{first:%B}{'' if first.year == last.year else f' {first.year}'} to {end}"
