"""Alerts counted by theme, level and outcome; concern and praise apart (LEI-19, SEF-48)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.alerts.alert import Alert, Outcome, Tone
from domain.calendar.working_days import add_months

MONTHS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """(name, concerns, praise) each, the most concerns first; ``answered`` of the concerns."""

    total: int
    themes: tuple[tuple[str, int, int], ...]
    levels: tuple[tuple[str, int, int], ...]
    outcomes: tuple[tuple[str, int, int], ...]


def count(alerts: Iterable[tuple[Alert, str]], outcomes: Mapping[Outcome, str]) -> Counted:
    """Count alerts, each given with the name of its level; ``outcomes`` are their titles."""
    known = list(alerts)
    return Counted(
        total=len(known),
        themes=_by((alert.theme, alert.tone) for alert, _ in known),
        levels=_by((level, alert.tone) for alert, level in known),
        outcomes=_by((outcomes[alert.outcome], alert.tone) for alert, _ in known),
    )


def _by(pairs: Iterable[tuple[str, Tone]]) -> tuple[tuple[str, int, int], ...]:
    counted = Counter(pairs)
    names = {name for name, _ in counted}
    lines = [(n, counted[n, Tone.CONCERN], counted[n, Tone.PRAISE]) for n in names]
    return tuple(sorted(lines, key=lambda line: (-line[1], -line[2], line[0])))


def half_year(day: date) -> tuple[date, date]:
    """The half-year before the one that the day lies in: its first day and the one after it."""
    first = day.replace(month=1 if day.month <= MONTHS else MONTHS + 1, day=1)
    return add_months(first, -MONTHS), first
