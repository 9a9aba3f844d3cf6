"""Days and spans as people type them: ``3-14 Aug``, ``from Monday to 12 January``.

The day comes before the month, a day without a year is the next such day, and a span that ends on
a day of the week ends on the first such day in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.actions.days import read_day

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_TO = r"\s*(?:-|\u2013|\u2014|\bto\b|\btill?\b|\buntil\b|\bthrough\b|\bup to\b)\s*"
_SPLIT = re.compile(_TO, re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till?|up to|through)\s+(?P<last>.+)$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:from|on|for|starting)\s+", re.IGNORECASE)
_BARE = re.compile(r"^(?:(?:[a-z]+day|mon|tue|wed|thu|fri|sat|sun)\s+)?(\d{1,2})(?:st|nd|rd|th)?$")
_NO_YEAR = re.compile(r"^(\d{1,2})/(\d{1,2})$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMED_DAY = re.compile(r"^(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\s+(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included."""

    first: date
    last: date


def read_span(text: str, today: date) -> Span | None:
    """The span, at most from today's year on; None for anything that is none, or ends before it.

    One day is a span of one day. ``until Friday`` begins today; the Friday is in it.
    """
    said = _plain(text)
    if found := _UNTIL.match(said):
        return _span(today, spoken_day(found["last"], today))
    said = _LEAD.sub("", said)
    if said in {"this week", "next week"}:
        monday = today - timedelta(days=today.weekday())
        first = today if said == "this week" else monday + timedelta(weeks=1)
        return _span(first, first - timedelta(days=first.weekday()) + timedelta(days=4))
    if day := spoken_day(said, today):
        return Span(day, day)
    return _two(said, today)


def spoken_day(text: str, today: date) -> date | None:
    """``Friday``, ``next Tuesday``, ``tomorrow``, ``14 Aug``, ``14/8``; None for anything else."""
    said = _LEAD.sub("", _plain(text))
    near = {"today": 0, "now": 0, "tomorrow": 1}
    if said in near:
        return today + timedelta(days=near[said])
    if (weekday := _weekday(said.removeprefix("next ").removeprefix("this "))) is not None:
        ahead = (weekday - today.weekday()) % 7
        if said.startswith("next "):  # in the week after this one, whatever today is
            ahead = 7 - today.weekday() + weekday
        return today + timedelta(days=ahead)
    if slashed := _NO_YEAR.match(said):
        return _next(today, int(slashed[1]), int(slashed[2]))
    return read_day(_NAMED_DAY.sub("", said), today)


def _two(said: str, today: date) -> Span | None:
    """A beginning and an end; a month or a year that only the end names is that of both."""
    iso = list(_ISO.findall(said))
    parts = iso if len(iso) == 2 else _SPLIT.split(said)
    if len(parts) != 2 or not all(parts):
        return None
    begins, ends = parts
    if bare := _BARE.match(begins):
        return _same_month(int(bare[1]), ends, today)
    first = spoken_day(begins, today)
    if first is None:
        return None
    last = spoken_day(ends, first)
    if bare_end := _BARE.match(ends):
        last = _day(first.year, first.month, int(bare_end[1]))
    if last and first.year > last.year and first > last:  # "28 Dec to 4 Jan 2027" in December
        first = first.replace(year=last.year)
    return _span(first, last)


def _same_month(number: int, ends: str, today: date) -> Span | None:
    """``3-14 Aug``: the month of the end; the one before where the number would come later."""
    last = spoken_day(ends, today)
    if last is None:
        return None
    if number > last.day:
        before = last.replace(day=1) - timedelta(days=1)
        first = _day(before.year, before.month, number)
        return _span(first, last) if first and first >= today else None
    first = _day(last.year, last.month, number)
    return _span(first, last)


def _span(first: date | None, last: date | None) -> Span | None:
    if first is None or last is None or last < first:
        return None
    return Span(first, last)


def _weekday(word: str) -> int | None:
    if word in _SHORT:
        return _SHORT[word]
    found = [number for number, day in enumerate(_WEEK) if word in {day, day[:3]}]
    return found[0] if found else None


def _next(today: date, day: int, month: int) -> date | None:
    this_year = _day(today.year, month, day)
    if this_year is None or this_year >= today:
        return this_year
    return _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .,;!?")
