"""Cards that Teams draws itself: its question about a file, and a file that stands in a chat."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from cards.card import Json


@runtime_checkable
class Enclosing(Protocol):
    """A card that can go as one of Teams' own; ``render`` is for chats that know none of those."""

    def enclosure(self) -> Json | None:
        """The attachment as Teams takes it, whole; None where the card goes as it is rendered."""
