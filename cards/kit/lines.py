"""Lists whose lines can be pressed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cards.elements import Column, ColumnSet, Element, Spacing, TextBlock
from cards.kit.buttons import Subject, press
from cards.kit.escape import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a number to type, the text with a small line under it, what stands on the right.

    ``press_for`` is the verb and the subject that a press asks for; only then is the text blue.
    """

    text: str
    detail: str = ""
    number: int | None = None
    right: str = ""
    strong: bool = False
    press_for: tuple[str, Subject] | None = None


def lines(all_of_them: Iterable[Line], spacing: Spacing = "Small") -> list[Element]:
    """The lines, with a rule between two; ``spacing`` is that of the first."""
    return [
        _line(line, "Small" if index else spacing, first=index == 0)
        for index, line in enumerate(all_of_them)
    ]


def _line(line: Line, spacing: Spacing, *, first: bool) -> Element:
    columns = [Column(width="stretch", items=_words(line))]
    if line.number is not None:
        number = TextBlock(text=str(line.number), wrap=True, is_subtle=True)
        columns.insert(0, Column(width="auto", items=[number]))
    if line.right:
        columns.append(Column(width="auto", items=[_right(line)]))
    name = ", ".join(part for part in (line.text, line.detail, line.right) if part)
    return ColumnSet(
        columns=columns,
        select_action=press(name, *line.press_for) if line.press_for else None,
        spacing=spacing,
        separator=None if first else True,
    )


def _words(line: Line) -> list[Element]:
    text = TextBlock(text=escape(line.text), wrap=True, color="Accent" if line.press_for else None)
    if not line.detail:
        return [text]
    detail = TextBlock(
        text=escape(line.detail), wrap=True, size="Small", is_subtle=True, spacing="None"
    )
    return [text, detail]


def _right(line: Line) -> Element:
    return TextBlock(
        text=escape(line.right),
        wrap=True,
        horizontal_alignment="Right",
        weight="Bolder" if line.strong else None,
    )
