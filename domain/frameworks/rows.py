"""The rows of the councils' documents and the silences: which references there can be."""

from __future__ import annotations

import re

# Counted in the analysis of the five documents: 270 in all
ROWS = {"LEI": 53, "COL": 40, "HER": 43, "SEF": 60, "SOM": 74}
SILENCES = 98
_ID = re.compile(r"([A-Z]{1,6})-([0-9]{2,3})")


def rows_of(prefix: str, count: int) -> tuple[str, ...]:
    """All row ids of a document: HER-01 to HER-43."""
    return tuple(f"{prefix}-{number:02}" for number in range(1, count + 1))


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
