"""Days as people write them in a line: ``5 December``, ``5 Dec 2026``, ``05/12/2026``, ISO."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_SLASHED = r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})"
_SAID = r"(?P<said>\d{1,2})(?:st|nd|rd|th)? (?P<name>[A-Za-z]{3,9})\.?(?:,? (?P<in_year>\d{4}))?"
DAY = re.compile(f"^(?:{_ISO}|{_SLASHED}|(?:[A-Za-z]+day,? )?{_SAID})$", re.IGNORECASE)


def read_day(text: str, today: date) -> date | None:
    """The day, the next one of that name where no year is said; None for anything else."""
    found = DAY.match(" ".join(text.split()).rstrip(" ."))
    if found is None:
        return None
    try:
        return _day(found, today)
    except ValueError:
        return None


def _day(found: re.Match[str], today: date) -> date | None:
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if found["day"]:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    name = found["name"].casefold()
    month = MONTHS.get(name[:3])
    if month is None or not _MONTHS.split()[month - 1].startswith(name):
        return None
    if found["in_year"]:
        return date(int(found["in_year"]), month, int(found["said"]))
    day = date(today.year, month, int(found["said"]))
    return day if day >= today else date(today.year + 1, month, int(found["said"]))
