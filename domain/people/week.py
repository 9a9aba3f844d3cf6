"""Working days as staff lists write them."""

from __future__ import annotations

import re

from domain.lists.cells import CellFault, day_in

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OFFICE = frozenset(range(5))
HOW = "write it as Mon-Fri, Mon;Tue;Thu or 1-5, Monday being 1"


def working_days(cell: str) -> frozenset[int]:
    """``Mon-Fri``, ``Mon;Tue;Thu``, ``1-5`` as days counted from Monday = 0; blank is Mon-Fri."""
    if day_in(cell):
        raise CellFault(f"has been turned into a date by the spreadsheet; {HOW}")
    spans = [span for span in re.split(r"[;,/&+\n]|\band\b", cell.strip().lower()) if span.strip()]
    return frozenset(day for span in spans for day in _span(span)) or OFFICE


def _span(span: str) -> range:
    ends = [_day(end) for end in re.split(r"\s*(?:-|–|\bto\b)\s*", span.strip())]  # noqa: RUF001 - people type the long dash
    if len(ends) > 2 or ends[0] > ends[-1]:
        raise CellFault(f"{span.strip()!r} is not a span of days; {HOW}")
    return range(ends[0], ends[-1] + 1)


def _day(word: str) -> int:
    if word in {"1", "2", "3", "4", "5", "6", "7"}:
        return int(word) - 1
    word = "wed" if word == "weds" else word
    found = [number for number, day in enumerate(WEEK) if len(word) > 1 and day.startswith(word)]
    if not found:
        raise CellFault(f"{word!r} is not a day of the week; {HOW}")
    return found[0]
