"""Which entries of a file answer which row of the council's document."""

from __future__ import annotations

from typing import NamedTuple

from domain.frameworks.framework import Framework
from domain.frameworks.rows import rows_of
from domain.frameworks.walk import entries


class Covered(NamedTuple):
    """A row, and the places of the entries that name it; none where it is not answered."""

    row: str
    entries: tuple[str, ...]


def coverage(framework: Framework) -> list[Covered]:
    """Every row of the document in order, with what names it."""
    document = framework.document
    named: dict[str, list[str]] = {row: [] for row in rows_of(document.row_prefix, document.rows)}
    for place, entry in entries(framework):
        for ref in entry.ref:
            if ref in named:
                named[ref].append(place)
    return [Covered(row, tuple(places)) for row, places in named.items()]
