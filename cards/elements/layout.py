"""What holds other elements: containers, columns, facts, tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from cards.elements.actions import Action
from cards.elements.base import Element, Node
from cards.elements.mentions import refuse_tags
from cards.elements.text import Side

Style = Literal["default", "emphasis", "accent", "good", "attention", "warning"]
Middle = Literal["Top", "Center", "Bottom"]


class Container(Element):
    """Elements in a box; with ``select_action`` the whole box is a button."""

    element_type: ClassVar[str] = "Container"
    items: Sequence[Element]
    style: Style | None = None
    bleed: bool | None = None
    select_action: Action | None = None
    vertical_content_alignment: Middle | None = None


class Column(Element):
    """One column; ``width`` is auto, stretch or a weight."""

    element_type: ClassVar[str] = "Column"
    items: Sequence[Element]
    width: str | int | None = None
    style: Style | None = None
    select_action: Action | None = None
    vertical_content_alignment: Middle | None = None


class ColumnSet(Element):
    """Columns side by side."""

    element_type: ClassVar[str] = "ColumnSet"
    columns: Sequence[Column]
    style: Style | None = None
    bleed: bool | None = None
    select_action: Action | None = None


class Fact(Node):
    """A title and its value; the client reads markdown in both."""

    title: str
    value: str

    def check(self) -> None:
        """Refuse a tag: it would mention somebody wherever the card mentions them too."""
        refuse_tags(self._data["title"])
        refuse_tags(self._data["value"])


class FactSet(Element):
    """Facts, one a line."""

    element_type: ClassVar[str] = "FactSet"
    facts: Sequence[Fact]


class TableColumn(Node):
    """How wide a column of a table is, as a weight, and where its words stand."""

    width: int
    horizontal_cell_content_alignment: Side | None = None


class TableCell(Node):
    """One cell; a press belongs to a Container in it, else the cell loses its role."""

    element_type: ClassVar[str] = "TableCell"
    items: Sequence[Element]
    style: Style | None = None
    vertical_content_alignment: Middle | None = None


class TableRow(Node):
    """One row."""

    element_type: ClassVar[str] = "TableRow"
    cells: Sequence[TableCell]
    style: Style | None = None


class Table(Element):
    """Rows and columns; the first row is the header, as is the schema's default."""

    element_type: ClassVar[str] = "Table"
    columns: Sequence[TableColumn]
    rows: Sequence[TableRow]
    vertical_cell_content_alignment: Middle | None = None
