"""When the clock has something to say of an action."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from domain.actions.action import Action

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


def next_look(action: Action, today: date) -> date | None:
    """The first day after today on which somebody is reminded; None once it is over."""
    if not action.live:
        return None
    return min(day for day in _days(action, today) if day > today)


def _days(action: Action, today: date) -> Iterator[date]:
    """The day itself, the day after it, then every week; and the day after the last one allowed."""
    yield action.due_on
    weeks = max(0, (today - action.due_on - DAY) // WEEK + 1)
    yield action.due_on + DAY
    yield action.due_on + DAY + WEEK * weeks
    yield action.due_on + DAY + WEEK * (weeks + 1)
    if action.latest_on:
        yield action.latest_on + DAY
