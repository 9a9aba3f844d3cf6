"""Workbooks (XLSX, XLS, ODS): every sheet as rows of text, numbered as the spreadsheet does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from imports.unreadable import Source, UnreadableFileFault
from imports.workbook_size import refuse_what_swells

STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # zip archives; Microsoft's older container
# The part that holds what Excel encrypted. The reader itself only says that it knows no such file.
LOCKED = "EncryptedPackage".encode("utf-16-le")
Value = int | float | str | bool | time | date | datetime | timedelta


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a workbook's do; the file's name does not count."""
    return data.startswith(STARTS)


def sources_of_workbook(data: bytes, filename: str) -> list[Source]:
    """The workbook's sheets; raises UnreadableFileFault where it is locked or damaged."""
    return list(sheets_of_workbook(data, filename).values())


def sheets_of_workbook(data: bytes, filename: str) -> dict[str, Source]:
    """The workbook's sheets by name; raises UnreadableFileFault where it is locked or damaged."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - imports only

    if LOCKED in data:
        raise UnreadableFileFault(
            f"{filename} is locked with a password. Save it without one and try again."
        )
    refuse_what_swells(data, filename)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
        grids = {sheet.name: sheet.to_python(skip_empty_area=False) for sheet in sheets}
    except CalamineError as error:
        raise UnreadableFileFault(
            f"{filename} is damaged, locked or not a workbook. Open it in Excel, save it anew "
            "as XLSX without a password and try again."
        ) from error
    return {name: partial(_rows, grid) for name, grid in grids.items()}


def _rows(grid: list[list[Value]]) -> Iterator[list[str]]:
    for row in grid:
        yield [_text(value) for value in row]


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)  # a date gives ISO
