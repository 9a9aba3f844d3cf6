"""What came after version 1.5: shown by new clients, said in words by all others."""

from __future__ import annotations

import re

from cards.elements.base import Element
from cards.elements.text import TextBlock


def as_read(markdown: str) -> str:
    """Escaped words as a reader sees them."""
    return re.sub(r"\\(.)", r"\1", markdown)


class Newer(Element):
    """An element of newer clients. Its ``fallback`` says the same in words, and is never left out.

    Old clients, phones among them, show the fallback in its place.
    """

    fallback: TextBlock

    def check(self) -> None:
        """Refuse a fallback that does not say what the element shows."""
        said = self.in_words
        for part in self.to_be_said():
            if part not in said:
                raise ValueError(f"{self.element_type}: its fallback {said!r} does not say {part}")
        if not any(char.isalpha() for char in said):
            raise ValueError(f"{self.element_type}: its fallback {said!r} has no words")

    @property
    def in_words(self) -> str:
        """The text of the fallback as it is read."""
        fallback: TextBlock = self._data["fallback"]
        return as_read(fallback.text)

    def to_be_said(self) -> tuple[str, ...]:
        """What the fallback must hold, letter by letter."""
        return ()
