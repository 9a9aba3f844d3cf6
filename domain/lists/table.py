"""A list as it was given: headings, and rows of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells by heading.

    ``spills`` where the row has more filled cells than the table has headings.
    """

    number: int
    cells: Mapping[str, str]
    spills: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Headings in snake_case in the file's order, blank ones left out, and the row they are in."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    heading_row: int = 1
