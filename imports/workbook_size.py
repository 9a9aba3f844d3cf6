"""Refuses a workbook that would take more than the machine has, before its reader opens it.

The reader makes room for every cell up to the last one that is filled: a file of 5 KB with one
cell in the last row and column asks for half a terabyte, and then the whole process ends.
"""

from __future__ import annotations

import io
import re
import zipfile

from imports.unreadable import UnreadableFileFault

LARGEST_UNPACKED = 150 * 2**20  # bytes; 20,000 rows of ten columns take less than 20 MB
LARGEST_AREA = 4_000_000  # cells of a sheet, filled or not
SHEET = b"sheetData"  # a sheet may stand under any name
# these find more rather than less: a place counts wherever it is written
_PLACE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]+)(\d+)")
_ROW = re.compile(rb"\br\s*=\s*[\"']\s*(\d+)")
_PLACELESS = re.compile(rb"<(?:\w+:)?c(?=[\s>/])(?![^>]*\br\s*=)")
# a cell that closes itself holds a format and nothing else: whole columns are full of them
_FORMAT = re.compile(rb"<(?:\w+:)?c(?:\s+\w+\s*=\s*\"[^\"<>]*\")*\s*/>")


def refuse_what_swells(data: bytes, filename: str) -> None:
    """Raises UnreadableFileFault; an older workbook, which is no archive, is left to its reader."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            swells = _swells(archive)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise UnreadableFileFault(
            f"{filename} is damaged, locked or not a workbook. Open it in Excel, save it anew "
            "as XLSX without a password and try again."
        ) from error
    if swells:
        raise UnreadableFileFault(
            f"{filename} is too large to be read. Take out what stands far to the right or far "
            "below the list, or save the one sheet that matters as CSV, and try again."
        )


def is_plain(data: bytes) -> bool:
    """Whether it is an XLSX, whose size is known beforehand, and can be taken for nothing else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
    except zipfile.BadZipFile:
        return False
    return "xl/workbook.xml" in names and names.isdisjoint({"xl/workbook.bin", "content.xml"})


def _swells(archive: zipfile.ZipFile) -> bool:
    """Reads every part: what an archive says of its parts' sizes may be wrong, and shows here."""
    left = LARGEST_UNPACKED
    for part in archive.infolist():
        if part.file_size > left:
            return True
        left -= part.file_size
        content = archive.read(part)
        if SHEET in content and _area(content) > LARGEST_AREA:
            return True
    return False


def _area(sheet: bytes) -> int:
    """Rows times columns up to the last filled cell, or more than that."""
    area = _reach(sheet)
    return area if area <= LARGEST_AREA else _reach(_FORMAT.sub(b"", sheet))


def _reach(sheet: bytes) -> int:
    places = _PLACE.findall(sheet)
    row = max((int(number) for number in {number for _, number in places}), default=0)
    column = max((_column(letters) for letters in {letters for letters, _ in places}), default=0)
    if placeless := len(_PLACELESS.findall(sheet)):  # they stand in the row that they are in
        row = max(row, *map(int, _ROW.findall(sheet)), placeless)
        column += placeless
    return row * column


def _column(letters: bytes) -> int:
    """``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
