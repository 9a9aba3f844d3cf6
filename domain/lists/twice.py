"""What may stand in a list only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.lists.checked import RowFault


def repeats(column: str, values: Iterable[tuple[int, str]]) -> Iterator[RowFault]:
    """A fault for each (row, value) whose value an earlier row has too, whatever its capitals."""
    first: dict[str, int] = {}
    for row, value in values:
        earlier = first.setdefault(value.casefold(), row) if value else row
        if earlier != row:
            yield RowFault(row, column, f"is the same as in row {earlier}")
