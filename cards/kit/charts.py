"""Numbers as a picture and as a table, made of the same rows so that they cannot differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.elements import (
    Badge,
    Bar,
    Element,
    HorizontalBarChart,
    ProgressBar,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    TextBlock,
)
from cards.elements.newer import as_read
from cards.kit.escape import clean, escape

ALL = "All"


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its numbers: ``Row("Being graded", (9, 3))``."""

    name: str
    numbers: tuple[int, ...]


def bars_and_table(title: str, heads: Sequence[str], rows: Sequence[Row]) -> list[Element]:
    """Bars of each row's first number, and under them all numbers with their sums.

    No bars where all of them are 0. Numbers after the first are bold where they are not 0.
    """
    shown = [_bars(title, rows)] if any(row.numbers[0] for row in rows) else []
    return [*shown, number_table(heads, rows)]


def number_table(heads: Sequence[str], rows: Sequence[Row]) -> Element:
    """Names on the left, numbers on the right, their sums in the last row."""
    sums = tuple(sum(column) for column in zip(*(row.numbers for row in rows), strict=True))
    head = TableRow(style="emphasis", cells=[_cell(text, small=True) for text in heads])
    body = [_row(row, strong=False) for row in rows]
    numbers = [TableColumn(width=1, horizontal_cell_content_alignment="Right") for _ in heads[1:]]
    return Table(
        spacing="Medium",
        vertical_cell_content_alignment="Center",
        columns=[TableColumn(width=3), *numbers],
        rows=[head, *body, _row(Row(ALL, sums), strong=True)],
    )


def in_shares(rows: Sequence[Row]) -> str:
    """``60% final, 30% being graded, 10% not started.``: the first numbers, largest first."""
    whole = sum(row.numbers[0] for row in rows)
    parts = sorted((row for row in rows if row.numbers[0]), key=lambda row: -row.numbers[0])
    said = [f"{_share(row.numbers[0], whole)} {row.name.lower()}" for row in parts]
    return f"{', '.join(said)}." if said else ""


def badge(word: str) -> Element:
    """A state word in a pill; plain words for clients without pills."""
    said = TextBlock(text=escape(word), wrap=True, size="Small", weight="Bolder")
    return Badge(text=as_read(escape(word)), appearance="Tint", style="Subtle", fallback=said)


def progress_bar(done: int, of: int, what: str) -> Element:
    """A bar that fills; ``3 of 8 areas`` for clients without bars."""
    said = TextBlock(text=f"{done} of {of} {escape(what)}", wrap=True, size="Small")
    return ProgressBar(value=done, max=of, spacing="Small", fallback=said)


def _bars(title: str, rows: Sequence[Row]) -> Element:
    said = TextBlock(text=escape(in_shares(rows)), wrap=True, size="Small", is_subtle=True)
    return HorizontalBarChart(
        title=clean(title),
        show_title=False,
        display_mode="AbsoluteNoAxis",
        color="divergingBlue",
        data=[Bar(x=clean(row.name), y=row.numbers[0]) for row in rows],
        spacing="Medium",
        fallback=said,
    )


def _share(number: int, whole: int) -> str:
    percent = round(100 * number / whole)
    if percent == 0:
        return "under 1%"
    return "over 99%" if percent == 100 and number < whole else f"{percent}%"


def _row(row: Row, *, strong: bool) -> TableRow:
    first, *others = row.numbers
    numbers = [_cell(str(first), strong=strong)]
    numbers += [_cell(str(number), strong=strong or number != 0) for number in others]
    return TableRow(cells=[_cell(row.name, strong=strong), *numbers])


def _cell(text: str, *, strong: bool = False, small: bool = False) -> TableCell:
    block = TextBlock(
        text=escape(text),
        wrap=True,
        weight="Bolder" if strong or small else None,
        size="Small" if small else None,
    )
    return TableCell(items=[block])
