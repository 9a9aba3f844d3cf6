"""The rows and silences behind a line of a page."""

from __future__ import annotations

from collections.abc import Collection

from domain.frameworks.parts import Entry


def sources(entry: Entry, served: Collection[str]) -> str:
    """`` (**HER-02**, HER-10; E-42)``: a row in bold is served; empty where there are none."""
    rows = ", ".join(f"**{row}**" if row in served else row for row in entry.ref)
    named = "; ".join(part for part in (rows, ", ".join(entry.silence)) if part)
    return f" ({named})" if named else ""


def cell(text: str) -> str:
    """A text that may stand in a table."""
    return text.replace("|", "\\|").replace("\n", " ")
