"""Reading the text of a cell. A CellFault follows the column: "status: must be open or closed"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from domain.calendar.working_days import add_months
from domain.faults import Fault
from domain.lists.checked import RowFault
from domain.lists.table import Row

T = TypeVar("T")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST_KEY, LONGEST_TEXT = 64, 200
OLDEST_MONTHS = 30 * 12  # nobody with a record here is older

_TIME = r"(?:[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)?"
_ISO = re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d\d?)-(?P<d>\d\d?){_TIME}")
_BRITISH = re.compile(rf"(?P<d>\d\d?)(?P<by>[/.-])(?P<m>\d\d?)(?P=by)(?P<y>\d{{4}}){_TIME}")
_NAMED = re.compile(rf"(?P<d>\d\d?)[ -](?P<m>[A-Za-z]{{3,9}})[ -](?P<y>\d{{4}}){_TIME}")


class CellFault(Fault):
    """This cell cannot be read."""


class Cells:
    """Reads one row and gathers what is wrong with it."""

    def __init__(self, row: Row, faults: list[RowFault]) -> None:
        self._row = row
        self._faults = faults

    def take(self, column: str, read: Callable[[str], T], otherwise: T) -> T:
        """The cell's value; ``otherwise`` where there is no such column or it cannot be read."""
        text = self._row.cells.get(column)
        if text is None:
            return otherwise
        try:
            return read(text)
        except CellFault as fault:
            self._faults.append(RowFault(self._row.number, column, fault.message))
            return otherwise


def text_of(cell: str) -> str:
    """Words without line breaks, doubled blanks and characters that nobody can see."""
    if not cell.isprintable():  # hardly any is: looking at each sign of each cell takes long
        cell = "".join(sign for sign in cell if sign.isprintable() or sign.isspace())
    said = " ".join(cell.split())
    if len(said) > LONGEST_TEXT:
        raise CellFault(f"is longer than {LONGEST_TEXT} characters")
    return said


def filled(cell: str) -> str:
    """Words, at least one."""
    if said := text_of(cell):
        return said
    raise CellFault("is empty")


def key_of(cell: str) -> str:
    """An id: 1 to 64 signs without a blank among them."""
    said = filled(cell)
    if " " in said or len(said) > LONGEST_KEY:
        raise CellFault(f"must be up to {LONGEST_KEY} signs without blanks")
    return said


def is_yes(cell: str) -> bool:
    """Yes or no, in the ways that systems write it; blank is no."""
    word = cell.strip().casefold()
    if word in {"yes", "y", "true", "1"}:
        return True
    if word in {"no", "n", "false", "0", ""}:
        return False
    raise CellFault("must be yes or no")


def day_in(cell: str) -> date | None:
    """The day that the text is, as 31/12/2026, 31-Dec-2026 or 2026-12-31; None if it is none."""
    for form in (_ISO, _BRITISH, _NAMED):
        if found := form.fullmatch(cell.strip()):
            return _day(found)
    return None


def past_day(cell: str, today: date) -> date | None:
    """A day up to today and not absurdly long ago; None where the cell is blank."""
    if not cell.strip():
        return None
    day = day_in(cell)
    if day is None:
        # the text is not repeated: it may be anything, a name for one
        raise CellFault("is not a day; write it as 31/12/2026 or 2026-12-31")
    if day > today:
        raise CellFault("is in the future")
    if day < add_months(today, -OLDEST_MONTHS):
        raise CellFault("is more than 30 years ago")
    return day


def _day(found: re.Match[str]) -> date | None:
    month = found["m"]
    if not month.isdigit():
        names = [number for number, name in enumerate(MONTHS, 1) if month.lower()[:3] == name]
        month = str(names[0]) if names else "0"
    try:
        return date(int(found["y"]), int(month), int(found["d"]))
    except ValueError:
        return None
