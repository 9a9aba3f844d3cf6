"""Words: TextBlock (markdown, ours only) and RichTextBlock (what people wrote)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from cards.elements.base import Element, Node
from cards.elements.mentions import Mention, refuse_tags

Colour = Literal["Default", "Accent", "Attention"]
Size = Literal["Small", "Default", "Medium", "Large", "ExtraLarge"]
Weight = Literal["Default", "Bolder"]
Side = Literal["Left", "Center", "Right"]


class TextBlock(Element):
    """One block of words; the client reads markdown in it.

    Whoever is named by an ``<at>`` tag stands in ``mentions``; any other tag is refused.
    """

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
    mentions: Sequence[Mention] | None = None

    def check(self) -> None:
        """Refuse a tag without its mention, and a mention without its tag."""
        refuse_tags(self._data["text"], self.mentions or ())

    def properties(self) -> dict[str, Any]:
        """As set; the mentions belong to the card, which collects them."""
        had = super().properties()
        had.pop("mentions", None)
        return had


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
