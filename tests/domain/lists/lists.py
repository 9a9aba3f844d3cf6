"""Lists for tests, written as one reads them."""

from __future__ import annotations

from typing import TypeVar

from domain.lists.checked import Checked
from domain.lists.table import Row, Table

T = TypeVar("T")


def table(text: str) -> Table:
    """A table from lines whose cells stand between bars; the first line holds the headings."""
    first, *lines = [
        [cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()
    ]
    rows = tuple(
        Row(number, dict(zip(first, cells, strict=False)), spills=len(cells) > len(first))
        for number, cells in enumerate(lines, 2)
    )
    return Table(tuple(first), rows)


def faults(checked: Checked[T]) -> list[str]:
    """The faults as they are printed."""
    return [str(fault) for fault in checked.faults]
