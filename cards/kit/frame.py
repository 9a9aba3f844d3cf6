"""The frame of a card: band, title, sentence, and the line that the server adds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from cards.card import Json
from cards.elements import (
    Column,
    ColumnSet,
    Container,
    Element,
    Input,
    Refresh,
    Root,
    Spacing,
    TextBlock,
    to_dict,
)
from cards.elements.layout import Style
from cards.kit.buttons import Unsafe, unsafe_band
from cards.kit.escape import escape

LARGEST = 23_500
LIMITS = (4000, 2000, 1200, 800, 500, 350, 250, 170, 110, 70, 40)


def card(
    *,
    fallback: str,
    body: Iterable[Element | None],
    refresh: Refresh | None = None,
    wide: bool = False,
    unsafe: Unsafe | None = None,
) -> Json:
    """The finished card as plain JSON types; None in the body is left out.

    ``fallback`` names nobody: old clients show it, and read markdown in it. ``wide`` only where
    bars gain by it; raises ValueError for a ``refresh`` of a card with inputs. ``unsafe`` is the
    way to an immediate response, below everything else.
    """
    items = [element for element in (*body, unsafe_band(unsafe)) if element is not None]
    root = Root(
        fallback_text=escape(fallback),
        body=items,
        refresh=refresh,
        width="Full" if wide else None,
    )
    return cast("Json", to_dict(root))


def fitting(draw: Callable[[int], Json]) -> Json:
    """The card drawn with the longest texts (in characters) that keep it under 24 KB."""
    drawn: Json = {}
    for limit in LIMITS:
        drawn = draw(limit)
        if len(json.dumps(drawn, ensure_ascii=False).encode(errors="replace")) <= LARGEST:
            break
    return drawn


def band(what: str, state: str, *, urgent: bool = False) -> Element:
    """The grey line on top: kind and reference on the left, one state word on the right.

    ``urgent`` makes it red: an immediate response that waits, and nothing else.
    """
    left = TextBlock(text=escape(what), wrap=True, size="Small", is_subtle=True)
    right = TextBlock(
        text=escape(state), wrap=True, size="Small", weight="Bolder", horizontal_alignment="Right"
    )
    columns = [Column(width="stretch", items=[left]), Column(width="auto", items=[right])]
    style: Style = "attention" if urgent else "emphasis"
    return Container(style=style, bleed=True, items=[ColumnSet(columns=columns)])


def title(text: str) -> Element:
    """What the card is about; at most 36 characters where we word it."""
    return TextBlock(
        text=escape(text),
        wrap=True,
        style="heading",
        size="Large",
        weight="Bolder",
        spacing="Medium",
    )


def sentence(markdown: str, spacing: Spacing = "Small") -> Element:
    """Who does what by when. Markdown is ours: parts from elsewhere come in escaped."""
    return TextBlock(text=markdown, wrap=True, spacing=spacing)


def noticed(
    body: Sequence[Element | None], notice: str | None, field: str | None = None
) -> list[Element]:
    """The body with the server's line over the input named, else after the sentence.

    The frame is band, title, sentence; so a line without a field comes fourth.
    """
    shown = [element for element in body if element is not None]
    if notice is None:
        return shown
    said = TextBlock(text=escape(notice), wrap=True, weight="Bolder", spacing="Medium")
    shown.insert(_place(shown, field), said)
    return shown


def _place(body: Sequence[Element], field: str | None) -> int:
    for index, element in enumerate(body):
        if field and isinstance(element, Input) and element.id == field:
            return index
    return min(3, len(body))
