"""What every workbook shares: heads that stay in sight, and words that are never a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | date | datetime | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def fill(
    sheet: Worksheet, heads: Sequence[tuple[str, int]], rows: Sequence[Sequence[Cell]]
) -> None:
    """Heads (name, width) in bold that stay in sight and filter; then the rows."""
    sheet.append([name for name, _ in heads])
    for number, (_, width) in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(row=1, column=number).font = Font(bold=True)
    for row in rows:
        sheet.append([plain(cell) for cell in row])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def plain(cell: Cell) -> Cell:
    """What people wrote is words, never a formula; a sign in front would make it one."""
    if isinstance(cell, str):
        shown = "".join(char for char in cell if char.isprintable() or char == "\n")
        return f"'{shown}" if shown.startswith(FORMULA) else shown
    return cell


def saved(book: Workbook) -> bytes:
    """The workbook as it stands in a file."""
    found = BytesIO()
    book.save(found)
    return found.getvalue()
