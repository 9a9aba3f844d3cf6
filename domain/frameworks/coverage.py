"""Which entries of a file answer which row of the council's document, and whether they act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from domain.frameworks.framework import Framework
from domain.frameworks.rows import rows_of
from domain.frameworks.served import SERVED
from domain.frameworks.walk import entries

State = Literal["served", "declared", "missing"]


class Covered(NamedTuple):
    """A row, the places of the entries that name it, and how far it is answered.

    ``served``: entries name it, and a test makes it happen. ``declared``: entries name it.
    ``missing``: no entry does.
    """

    row: str
    entries: tuple[str, ...]
    state: State


class Totals(NamedTuple):
    """How many rows stand in which state."""

    served: int
    declared: int
    missing: int

    @property
    def rows(self) -> int:
        """All of them."""
        return sum(self)


def coverage(framework: Framework, served: Collection[str] = SERVED) -> list[Covered]:
    """Every row of the document in order, with what names it."""
    document = framework.document
    named: dict[str, list[str]] = {row: [] for row in rows_of(document.row_prefix, document.rows)}
    for place, entry in entries(framework):
        for ref in entry.ref:
            if ref in named:
                named[ref].append(place)
    return [
        Covered(row, tuple(places), _state(row, places, served)) for row, places in named.items()
    ]


def unanswered(prefix: str, rows: int) -> list[Covered]:
    """The rows of a document for which there is no file yet."""
    return [Covered(row, (), "missing") for row in rows_of(prefix, rows)]


def totals(rows: Iterable[Covered]) -> Totals:
    """The rows counted by state."""
    count = Counter(row.state for row in rows)
    return Totals(count["served"], count["declared"], count["missing"])


def _state(row: str, places: Collection[str], served: Collection[str]) -> State:
    if not places:
        return "missing"
    return "served" if row in served else "declared"
