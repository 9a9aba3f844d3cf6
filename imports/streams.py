"""CSV files read a row at a time, and of each row only the columns that are wanted.

What stands in the other columns (names of children, dates of birth, addresses) is dropped with its
row: it reaches no list, no check and no database.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from imports.tables import plain
from imports.text_files import BOMS, SEPARATORS
from imports.unreadable import UnreadableFileFault

CHUNK = 1 << 20
NOTHING = frozenset({"", "null", "none", "n/a"})  # what database tools write into an empty cell


def stream(path: Path, wanted: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number and the wanted cells, empty where there is nothing.

    Raises UnreadableFileFault where the file cannot be read or lacks one of the columns.
    """
    try:
        with path.open(encoding=_encoding(path), newline="") as lines:
            separator = _separator(lines.readline())
            lines.seek(0)
            reader = csv.reader(lines, delimiter=separator, strict=True)
            yield from _rows(reader, path, wanted)
    except (OSError, UnicodeError, csv.Error) as error:
        raise UnreadableFileFault(
            f"{path.name} cannot be read, so nothing was written. Export it anew as CSV UTF-8."
        ) from error


def _rows(
    reader: Iterator[list[str]], path: Path, wanted: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    headings = [plain(heading) for heading in next(reader, [])]
    if missing := [name for name in wanted if name not in headings]:
        raise UnreadableFileFault(
            f"{path.name} has no column {', '.join(missing)}, so nothing was written."
        )
    places = {name: headings.index(name) for name in wanted}
    for number, row in enumerate(reader, 2):
        if row:
            yield number, {name: _cell(row, place) for name, place in places.items()}


def _cell(row: Sequence[str], place: int) -> str:
    cell = row[place].strip() if place < len(row) else ""
    return "" if cell.casefold() in NOTHING else cell


def _separator(headings: str) -> str:
    return max(SEPARATORS, key=headings.count)


def _encoding(path: Path) -> str:
    """By its mark; else UTF-8 where all of it is, else what Excel in Britain writes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as data:
        start = data.read(4)
        for bom, encoding in BOMS:
            if start.startswith(bom):
                return encoding
        data.seek(0)
        try:
            while chunk := data.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"
