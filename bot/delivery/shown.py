"""Cards that presses were just answered with, until the cards in the chats show the same."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.delivery.painting import Painted
from bot.incoming import Json
from domain.delivery.message import Message

MOST = 32
FRESH = timedelta(seconds=5)

Key = tuple[int, datetime]
"""The delivery, and the moment of the press."""


class Shown:
    """Saves drawing a card twice: once for the answer, once for its place in the chat.

    An update says by its ``shown_at`` which press showed its state, and whatever changes later
    takes that mark away: so a card is taken only while it is what would be drawn. Nothing hangs on
    it. What is not here, after a restart or on another replica, is drawn.
    """

    def __init__(self) -> None:
        self._cards: OrderedDict[Key, Json] = OrderedDict()

    def keep(self, delivery_id: int, at: datetime, card: Json) -> None:
        """The answer to a press of that moment on that sent card; nobody changes it any more."""
        self._cards[delivery_id, at] = card
        while len(self._cards) > MOST:
            self._cards.popitem(last=False)

    def take(self, message: Message, now: datetime) -> Painted | None:
        """What an update shows, once; None where that must be drawn."""
        if message.delivery_id is None or message.shown_at is None:
            return None
        card = self._cards.pop((message.delivery_id, message.shown_at), None)
        if card is None or now - message.shown_at > FRESH:
            return None
        return Painted(card=card, lane=message.lane)
