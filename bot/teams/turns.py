"""What a turn asks for and gets back; ``bot/turns`` provides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Self

from bot.incoming import Incoming, Json


@dataclass(frozen=True, slots=True)
class InvokeAnswer:
    """The answer to a press: a fresh card, a line that Teams shows as a toast, or a refusal.

    ``value`` is the card's JSON for ``card`` and a sentence for the other two. ``shown_on`` is the
    sent card that is to show just the same from now on.
    """

    kind: Literal["card", "message", "error"]
    value: Json | str
    shown_on: int | None = None

    @classmethod
    def card(cls, card: Json) -> Self:
        """The card that takes the place of the one pressed."""
        return cls("card", card)

    @classmethod
    def message(cls, text: str) -> Self:
        """A sentence; the card stays as it is."""
        return cls("message", text)

    @classmethod
    def error(cls, text: str) -> Self:
        """The press could not be understood at all."""
        return cls("error", text)


@dataclass(frozen=True, slots=True)
class DialogAnswer:
    """The answer to an action on a message: a dialog under a title, or a line in its place."""

    value: Json | str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One activity in answer to a message: a text, or a card with the notification's line."""

    text: str | None = None
    card: Json | None = None
    summary: str | None = None


class Turns(Protocol):
    """What the service does about what people do in Teams."""

    async def pressed(self, incoming: Incoming) -> InvokeAnswer:
        """A button (``incoming.verb``, ``incoming.data``)."""

    async def extended(self, incoming: Incoming) -> DialogAnswer:
        """An action on a message of any chat: its dialog opens, or is answered."""

    async def offered(self, incoming: Incoming) -> Sequence[Reply]:
        """Yes or no to a file in one's OneDrive; the replies are sent in order."""

    async def said(self, incoming: Incoming) -> Sequence[Reply]:
        """A typed message; the replies are sent in order."""

    async def installed(self, incoming: Incoming) -> Sequence[Reply]:
        """The bot was added to a chat. Teams may tell it twice (two activities)."""

    async def removed(self, incoming: Incoming) -> None:
        """The bot was taken out of a chat."""

    async def noticed(self, incoming: Incoming) -> None:
        """Anything else: somebody joined, a message was edited, somebody reacted."""
