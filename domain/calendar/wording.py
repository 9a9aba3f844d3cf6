"""Dates and times as people read them: no year, the weekday first, London time."""

from __future__ import annotations

from datetime import date, datetime

from domain.calendar.working_days import local


def say_day(day: date) -> str:
    """``Thursday 22 October``."""
    return f"{day:%A} {day.day} {day:%B}"


def say_date(day: date) -> str:
    """``22 October``; the reader knows the week."""
    return f"{day.day} {day:%B}"


def say_time(moment: datetime) -> str:
    """``15:12``, in London."""
    return f"{local(moment):%H:%M}"


def say_moment(moment: datetime) -> str:
    """``10:24 on Thursday 1 October``, in London."""
    here = local(moment)
    return f"{here:%H:%M} on {say_day(here.date())}"


def say_when(moment: datetime, today: date) -> str:
    """``10:24`` where that is today, else ``10:24 on Thursday 1 October``."""
    return say_time(moment) if local(moment).date() == today else say_moment(moment)


def say_count(number: int, one: str, many: str | None = None) -> str:
    """``1 working day`` or ``15 working days``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def say_list(words: list[str] | tuple[str, ...], joint: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
