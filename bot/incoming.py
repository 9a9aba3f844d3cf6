"""What somebody did in Teams, in our own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Kind(StrEnum):
    """Which door a turn goes through; each is a method of ``bot.teams.turns.Turns``."""

    SAID = "said"
    PRESSED = "pressed"
    INSTALLED = "installed"
    REMOVED = "removed"
    NOTICED = "noticed"
    EXTENDED = "extended"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedFile:
    """A file in the chat: its name, where Teams keeps it, and its type (``xlsx``).

    The address lets whoever has it read the file, so it is never logged.
    """

    name: str
    url: str
    type: str

    def __repr__(self) -> str:
        """Without name and address, which may end up in a log."""
        return f"DroppedFile(type={self.type!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One activity, checked and reduced to what turns need; nothing in ``value`` is trusted."""

    kind: Kind
    activity_id: str
    conversation_id: str
    service_url: str
    tenant_id: str
    sender_teams_id: str
    bot_id: str
    type: str = "message"
    conversation_type: str = "personal"
    sender_aad_object_id: str | None = None
    sender_name: str | None = None
    text: str = ""
    value: Json | None = None
    invoke_name: str | None = None
    reply_to_id: str | None = None
    locale: str | None = None
    installed: bool | None = None
    members_added: tuple[str, ...] = field(default=())
    files: tuple[DroppedFile, ...] = ()

    @property
    def verb(self) -> str:
        """The use case that a press asks for; empty where the press does not say."""
        asked = self._pressed.get("verb")
        return asked if isinstance(asked, str) else ""

    @property
    def data(self) -> Json:
        """What the card and its inputs carry, without the verb."""
        if self.invoke_name is None:
            return {key: value for key, value in self._pressed.items() if key != "verb"}
        data = self._pressed.get("data")
        return data if isinstance(data, dict) else {}

    @property
    def automatic(self) -> bool:
        """Teams asks for a fresh view by itself: nobody pressed anything."""
        return (self.value or {}).get("trigger") == "automatic"

    @property
    def _pressed(self) -> Json:
        value = self.value or {}
        if self.invoke_name is None:  # Action.Submit: the value is the data, verb and all
            return value
        action = value.get("action")
        return action if isinstance(action, dict) else {}
