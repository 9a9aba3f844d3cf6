"""When an immediate response is due, and when the clock has something to do about it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from domain.calendar.working_days import (
    ONE_DAY,
    WorkingCalendar,
    add_months,
    end_of_day,
    local_day,
)
from domain.frameworks.sections import Days, Hours, SameDay, TimeLimit
from domain.frameworks.timing import Ladder
from domain.responses.response import Response, ResponseState

HOURLY_RUNGS = 24  # after so many steps a day's distance is enough: everybody has it by then
A_DAY = 24 * 60


def due_at(limit: TimeLimit | None, since: datetime, calendar: WorkingCalendar) -> datetime | None:
    """The last moment on time; None where the rule claims no limit (E-13, E-55, E-82).

    Hours are those of the clock: over a change of the clocks they stay so many hours.
    """
    match limit:
        case SameDay():
            return end_of_day(local_day(since))
        case Hours():
            return since + timedelta(hours=limit.hours)
        case Days():
            return end_of_day(day_due(limit, local_day(since), calendar))
    return None


def day_due(limit: Days, start: date, calendar: WorkingCalendar) -> date:
    """So many days after a day, calendar ones unless the file says working ones (E-81)."""
    if not limit.working:
        return start + timedelta(days=limit.days)
    day, left = start, limit.days
    while left:
        day += ONE_DAY
        left -= calendar.is_working(day)
    return day


def is_gap(last: date | None, months: int, today: date) -> bool:
    """Whether supervision is so many months ago, to the day or more (E-54)."""
    return last is not None and add_months(last, months) <= today


def next_at(response: Response, ladder: Ladder) -> datetime | None:
    """When the next rung is due, or the deadline, whichever is first; None when all is done."""
    if response.since is None or response.state in {ResponseState.CLOSED, ResponseState.DROPPED}:
        return None
    rung = _rung_at(response, response.since, ladder)
    waits = response.running and response.overdue_at is None
    return min(rung, response.due_at) if waits and response.due_at else rung


def _rung_at(response: Response, since: datetime, ladder: Ladder) -> datetime:
    number = response.rung
    if response.state in {ResponseState.OPEN, ResponseState.DRAFT}:
        return since + timedelta(minutes=_minutes(number, ladder))
    before = _before(response, since, ladder)
    if number < len(before):
        return before[number]
    start = max(response.due_at or since, since) if response.running else since
    return start + timedelta(minutes=ladder.remind_every * (number - len(before) + 1))


def _minutes(number: int, ladder: Ladder) -> int:
    """Minutes from the start to a rung, counted from 0."""
    if number < len(ladder.again):
        return ladder.again[number]
    beyond = number - len(ladder.again) + 1
    hourly = min(beyond, HOURLY_RUNGS)
    return ladder.again[-1] + hourly * ladder.up_every + (beyond - hourly) * A_DAY


def _before(response: Response, since: datetime, ladder: Ladder) -> list[datetime]:
    """The gentle reminders that are still ahead when it is acknowledged."""
    due = response.due_at
    if due is None or not response.running:
        return []
    moments = sorted(due - timedelta(minutes=before) for before in ladder.remind_before)
    return [moment for moment in moments if moment > since]
