"""What the dispatcher asks for when it is about to send."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.incoming import Json
from cards.card import Card
from cards.enclosing import Enclosing
from domain.delivery.message import Lane, Message
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """A card as it is now, for the person who gets it; ``summary`` is the notification's line.

    ``enclosure``: the attachment that goes in its stead, where Teams has a card of its own for it.
    """

    card: Json
    enclosure: Json | None = None
    summary: str | None = None
    lane: Lane = Lane.ORDINARY


Paint = Callable[[UnitOfWork, Message, datetime], Awaitable[Painted | None]]
"""Renders a row; None where there is nothing to show any more."""


def painted_of(card: Card, lane: Lane, *, files: bool) -> Painted:
    """A card as it goes out; ``files``: the chat knows Teams' own cards of files."""
    own = card.enclosure() if files and isinstance(card, Enclosing) else None
    return Painted(card=card.render(), enclosure=own, summary=card.summary, lane=lane)


def asks(part: object) -> bool:
    """Whether something can be typed or chosen on a card, or on a part of one."""
    if isinstance(part, dict):
        kind = part.get("type")
        if isinstance(kind, str) and kind.startswith("Input."):
            return True
        return any(asks(inner) for inner in part.values())
    return isinstance(part, list) and any(asks(inner) for inner in part)
