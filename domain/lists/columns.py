"""Which columns a list may have, and what is wrong with those that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from domain.lists.checked import RowFault
from domain.lists.table import Table


def _welcome(_heading: str) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a kind of list. ``refuse`` says why a heading must not be in the file."""

    names: tuple[str, ...]
    required: tuple[str, ...]
    refuse: Callable[[str], str | None] = _welcome

    def faults(self, table: Table) -> list[RowFault]:
        """What is wrong with the table as a table, before any cell is read."""
        found = [*self._missing(table), *self._strange(table)]
        if not table.rows:
            found.append(RowFault(table.heading_row, "", "there are no rows under the headings"))
        found += [
            RowFault(
                row.number,
                "",
                "has more cells than there are headings; "
                "a value with a comma needs quotation marks around it",
            )
            for row in table.rows
            if row.spills
        ]
        return found

    def absent(self, table: Table) -> list[str]:
        """The columns that the file does not have."""
        return [name for name in self.names if name not in table.headings]

    def _missing(self, table: Table) -> Iterator[RowFault]:
        missing = [name for name in self.required if name not in table.headings]
        if missing:
            said = f"columns missing: {', '.join(missing)}. Found: {', '.join(table.headings)}"
            yield RowFault(table.heading_row, "", said)

    def _strange(self, table: Table) -> Iterator[RowFault]:
        for heading in dict.fromkeys(table.headings):
            said = None
            if heading not in self.names:
                said = self.refuse(heading) or (
                    f"is not a column of this list{suggest(heading, self.names)}"
                )
            elif table.headings.count(heading) > 1:
                said = "is the heading of more than one column"
            if said:
                yield RowFault(table.heading_row, heading, said)


def suggest(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'worker'?`` where something known is close, or nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
