"""A time that somebody typed: ``26 November 14:00 for 90 minutes``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from domain.calendar.working_days import LONDON
from domain.faults import Fault

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?:(?P<iso>\d{4}-\d\d?-\d\d?)"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?[/. -]+(?P<month>\d{1,2}|[a-z]{3,9})\.?"
    r"(?:,?[/. -]+(?P<year>\d{4}))?)(?![\d:])",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm)?\b", re.IGNORECASE
)
_LENGTH = re.compile(
    r"(?:\bfor\s+)?\b(?P<number>an|a|\d{1,3}(?:\.5)?)\s*(?P<unit>minutes?|mins?|hours?|hrs?|h)\b",
    re.IGNORECASE,
)
EXAMPLE = "26 November 14:00 for 60 minutes"


@dataclass(frozen=True, slots=True)
class When:
    """A start in UTC, and the length in minutes where one was said."""

    start: datetime
    minutes: int | None = None


def read_when(text: str, today: date) -> When:
    """Read a typed time, the day first; a day without a year is the next such day.

    Raises Fault on anything else.
    """
    length = _LENGTH.search(text)
    rest = text.replace(length[0], " ") if length else text
    day = _DAY.search(rest)
    clock = _TIME.search(rest.replace(day[0], " ", 1)) if day else None
    if day is None or clock is None:
        raise _not_read("when")
    start = datetime.combine(_day(day, today), _time(clock), LONDON)
    return When(start.astimezone(UTC), _minutes(length) if length else None)


def start_of(day: str, at: str, *, day_field: str, time_field: str) -> datetime:
    """The start that a day's and a time's input stand for, in UTC; raises Fault."""
    field = time_field if day else day_field
    try:
        here = datetime.combine(date.fromisoformat(day), time.fromisoformat(at), LONDON)
    except ValueError as error:
        raise Fault(
            "Please choose both a day and a time. Nothing was sent.", field=field
        ) from error
    return here.astimezone(UTC)


def _day(found: re.Match[str], today: date) -> date:
    try:
        if found["iso"]:
            return date(*(int(part) for part in found["iso"].split("-")))
        month = found["month"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        if found["year"]:
            return date(int(found["year"]), number, int(found["day"]))
        this_year = date(today.year, number, int(found["day"]))
        return this_year if this_year >= today else this_year.replace(year=today.year + 1)
    except ValueError as error:
        raise _not_read("when") from error


def _time(found: re.Match[str]) -> time:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(found["minute"] or 0))
    except ValueError as error:
        raise _not_read("when") from error


def _minutes(found: re.Match[str]) -> int:
    number = 1.0 if found["number"].lower() in {"a", "an"} else float(found["number"])
    return round(number * 60) if found["unit"][0].lower() == "h" else round(number)


def _not_read(field: str) -> Fault:
    return Fault(f"I need a day and a time, such as {EXAMPLE}. Nothing was booked.", field=field)
