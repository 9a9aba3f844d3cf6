"""Mentions: a tag in a TextBlock and, on the card, who is meant by it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cards.elements.base import Node

_NO_NAME = re.compile(r"[<>&\\`*_\[\](){}~|$#@:/\x00-\x1f]")
_TAG = re.compile(r"(?i)<\s*/?\s*at\b")


class Mention(Node):
    """Somebody whom Teams tells that the card names them.

    ``user_id`` is their ``29:`` id, their Entra object id or their sign-in name; ``name`` holds
    no mark that markdown or a tag is made of.
    """

    user_id: str
    name: str

    def check(self) -> None:
        """Refuse a name that could close the tag, and an id that is none."""
        name, user_id = self._data["name"], self._data["userId"]
        if not name.strip() or _NO_NAME.search(name):
            raise ValueError(f"{name!r} cannot stand in a mention: clean the name first")
        if not user_id or any(char.isspace() for char in user_id):
            raise ValueError(f"{user_id!r} is no id of a user in Teams")

    @property
    def tag(self) -> str:
        """What stands in the text."""
        return f"<at>{self._data['name']}</at>"

    def entity(self) -> dict[str, object]:
        """What stands on the card."""
        who = {"id": self._data["userId"], "name": self._data["name"]}
        return {"type": "mention", "text": self.tag, "mentioned": who}


def refuse_tags(text: str, mentions: Iterable[Mention] = ()) -> None:
    """Raise ValueError for a tag in the text that is no mention's, or a mention without one."""
    for mention in mentions:
        if mention.tag not in text:
            raise ValueError(f"{mention.tag} does not stand in the text that mentions them")
        text = text.replace(mention.tag, "")
    if _TAG.search(text):
        raise ValueError(f"{text!r} holds the tag of a mention that nobody made: escape it")


def without_tags(text: str) -> str:
    """The text with every tag opened up, so that it stays words on a card with mentions."""
    return _TAG.sub(lambda found: found[0].replace("<", "\u2039"), text)
