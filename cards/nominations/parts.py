"""What several cards of nominations share."""

from __future__ import annotations

from cards.kit import shorten

REST = "the rest is kept"


def cut(text: str, limit: int) -> str:
    """The text, or as much of it as the card has room for; it says so where it is cut."""
    return shorten(text, limit, REST)
