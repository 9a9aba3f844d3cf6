"""Reads a list out of a text file or a workbook, with the row numbers that a spreadsheet shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

from domain.lists.table import Row, Table
from imports.columns import suggest_columns
from imports.text_files import sources_of_text
from imports.unreadable import Source, UnreadableFileFault
from imports.workbooks import is_workbook, sources_of_workbook

HEADINGS_WITHIN = 10
AS_WRITTEN: Mapping[str, str] = MappingProxyType({})
IGNORED = "-"  # in place of our name: the column is left out; no heading can be called so
_LEFT_OUT = frozenset({"", IGNORED})


def read_table(
    data: bytes,
    filename: str,
    *,
    expected: Sequence[str],
    headings: Mapping[str, str] = AS_WRITTEN,
) -> Table:
    """Read the table whose headings are most like those expected.

    ``headings`` gives our name for a heading of another system ("Allocated worker": "worker"),
    or IGNORED.
    Looks into every sheet of a workbook, and for the headings in the first 10 rows. Blank rows
    are left out. Raises UnreadableFileFault where no table can be read.
    """
    if not data.strip():
        raise UnreadableFileFault(f"{filename} is empty. Nothing was written.")
    sources = (sources_of_workbook if is_workbook(data) else sources_of_text)(data, filename)
    names = {plain(heading): column for heading, column in headings.items()}
    finds = [_find(source, names, frozenset(expected)) for source in sources]
    best = max(finds, key=lambda find: find.score, default=None)
    if best is None or best.score == 0:
        raise UnreadableFileFault(
            f"No headings were found in the first {HEADINGS_WITHIN} rows of {filename}. "
            f"One row must name the columns: {', '.join(expected)}. Nothing was written."
            f"{_suggested(sources, expected)}"
        )
    return _table(best)


def table_of(source: Source, headings: Mapping[str, str]) -> Table | None:
    """The table in one sheet with the columns named alone; every other cell is left unread.

    None where no row of the first 10 has one of the headings.
    """
    names = {plain(heading): column for heading, column in headings.items()}
    find = _find(source, names, frozenset(names.values()))
    if not find.score:
        return None
    kept = [heading if heading in names.values() else IGNORED for heading in find.headings]
    return _table(replace(find, headings=tuple(kept)))


def _table(find: _Find) -> Table:
    return Table(
        headings=tuple(heading for heading in find.headings if heading not in _LEFT_OUT),
        rows=tuple(_rows(find)),
        heading_row=find.row,
    )


def _suggested(sources: Sequence[Source], expected: Sequence[str]) -> str:
    """What the most promising row could be mapped to; empty where nothing is like our names."""
    rows = [list(map(plain, cells)) for source in sources for cells in islice(source(), 1)]
    found = max((suggest_columns(row, expected) for row in rows), key=len, default={})
    said = ", ".join(f'{ours} = "{theirs}"' for ours, theirs in found.items())
    return f" A file for --columns could say: {said}." if said else ""


def plain(heading: str) -> str:
    """``AAD Object-ID`` as ``aad_object_id``."""
    return "_".join(re.findall(r"\w+", heading.replace("_", " ").casefold()))


@dataclass(frozen=True, slots=True)
class _Find:
    """The most likely headings of a source, the row where they stand and how many are known."""

    source: Source
    score: int = 0
    row: int = 0
    headings: tuple[str, ...] = ()


def _find(source: Source, names: Mapping[str, str], expected: Collection[str]) -> _Find:
    best = _Find(source)
    try:
        for number, cells in enumerate(islice(source(), HEADINGS_WITHIN), 1):
            headings = tuple(names.get(heading, heading) for heading in map(plain, cells))
            score = len({heading for heading in headings if heading in expected})
            if score > best.score:
                best = _Find(source, score, number, headings)
    except UnreadableFileFault:
        return best  # cut at the wrong separator, quotation marks end up anywhere
    return best


def _rows(find: _Find) -> Iterator[Row]:
    width = len(find.headings)
    nameless = [place for place, heading in enumerate(find.headings) if not heading]
    for number, cells in enumerate(find.source(), 1):
        if number <= find.row or not any(cells):
            continue
        padded = cells + [""] * (width - len(cells))
        spills = any(padded[width:]) or any(padded[place] for place in nameless)
        named = {
            head: cell
            for head, cell in zip(find.headings, padded, strict=False)
            if head not in _LEFT_OUT
        }
        yield Row(number, named, spills=spills)
