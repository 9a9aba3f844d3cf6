"""Words: TextBlock (markdown, ours only) and RichTextBlock (what people wrote)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from cards.elements.base import Element, Node

Colour = Literal["Default", "Accent", "Attention"]
Size = Literal["Small", "Default", "Medium", "Large", "ExtraLarge"]
Weight = Literal["Default", "Bolder"]
Side = Literal["Left", "Center", "Right"]


class TextBlock(Element):
    """One block of words; the client reads markdown in it."""

    element_type: ClassVar[str] = "TextBlock"
    text: str
    wrap: bool | None = None
    style: Literal["default", "heading", "columnHeader"] | None = None
    size: Size | None = None
    weight: Weight | None = None
    color: Colour | None = None
    is_subtle: bool | None = None
    horizontal_alignment: Side | None = None
    max_lines: int | None = None


class TextRun(Node):
    """Words in a RichTextBlock; markdown in them stays dead."""

    element_type: ClassVar[str] = "TextRun"
    text: str
    size: Size | None = None
    weight: Weight | None = None
    color: Colour | None = None
    is_subtle: bool | None = None
    italic: bool | None = None


class RichTextBlock(Element):
    """A paragraph of runs."""

    element_type: ClassVar[str] = "RichTextBlock"
    inlines: Sequence[TextRun]
    horizontal_alignment: Side | None = None
