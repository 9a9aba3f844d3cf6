"""What somebody had typed, given back so that it is not lost."""

from __future__ import annotations

from dataclasses import dataclass

from cards.elements import Container, Element
from cards.kit import shorten, small
from cards.kit.blocks import paragraphs

CUT = "cut here, too long for a card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A field's label and what stood in it, letter by letter."""

    label: str
    text: str


def typed_back(typed: tuple[Typed, ...], limit: int) -> list[Element]:
    """Everything that was typed, to be copied; each text cut at ``limit`` characters."""
    written = [
        block
        for one in typed
        for block in paragraphs(
            shorten(one.text, limit, CUT), lead=one.label if len(typed) > 1 else ""
        )
    ]
    if not written:
        return []
    head = small("What you had typed, kept for you to copy", "None")
    return [Container(style="emphasis", spacing="Medium", items=[head, *written])]
