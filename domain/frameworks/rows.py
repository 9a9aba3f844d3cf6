"""The rows of the councils' documents and the silences: which references there can be."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Counted in the analysis of the five documents: 270 in all
ROWS = {"LEI": 53, "COL": 40, "HER": 43, "SEF": 60, "SOM": 74}
SILENCES = 98
# Which of the silences are every council's, and which concern one council's document
_EVERYBODYS = (1, 2, 3, 4, 7, 9, 10, 11, 12, 17, 19, 20, 94, 95, 98)
_OWN: Mapping[str, tuple[int, ...]] = {
    "LEI": (5, 6, 8, 13, 14, 15, 18, *range(21, 32), 93),
    "COL": (6, 8, 13, 14, 15, *range(32, 42)),
    "HER": (5, 13, 14, 16, 18, *range(42, 54)),
    "SEF": (8, 15, 16, *range(54, 71), 89, 90, 91, 92, 96, 97),
    "SOM": (5, 8, 13, 14, 15, *range(71, 89)),
}
_ID = re.compile(r"([A-Z]{1,6})-([0-9]{2,3})")


def rows_of(prefix: str, count: int) -> tuple[str, ...]:
    """All row ids of a document: HER-01 to HER-43."""
    return tuple(f"{prefix}-{number:02}" for number in range(1, count + 1))


def silences_of(prefix: str) -> tuple[str, ...]:
    """The silences on which the file of that document has to choose; none where it is unknown."""
    own = _OWN.get(prefix)
    return tuple(f"E-{number:02}" for number in sorted({*_EVERYBODYS, *own})) if own else ()


def is_silence(text: str) -> bool:
    """Whether the text is one of E-01 to E-98."""
    return text in rows_of("E", SILENCES)


def row_fault(text: str, prefix: str, count: int) -> str | None:
    """Why the text is no row of the document with that prefix; None where it is one."""
    found = _ID.fullmatch(text)
    if not found:
        return f"{text!r} does not look like a row; write it like {prefix}-01"
    if found[1] != prefix:
        return f"{text!r} is not a row of this document; its rows start with {prefix}-"
    if text not in rows_of(prefix, count):
        return f"there is no row {text!r}; the document has {prefix}-01 to {prefix}-{count:02}"
    return None
