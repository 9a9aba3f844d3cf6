"""The card itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Literal

from cards.elements.actions import Execute
from cards.elements.base import Element, Node, inside, to_dict
from cards.elements.inputs import Input
from cards.elements.mentions import Mention, without_tags

MOST_READERS = 60
"""For how many people Teams refreshes a card by itself."""


class Refresh(Node):
    """Asked for by the client when it shows the card; only for the people named (at most 60).

    ``user_ids`` are ``29:`` ids. An empty list leaves it to the reader's menu.
    """

    action: Execute
    user_ids: Sequence[str]

    def check(self) -> None:
        """Refuse more people than Teams takes."""
        if (number := len(self._data["userIds"])) > MOST_READERS:
            raise ValueError(f"a card refreshes for {MOST_READERS} people at most, not {number}")


class Root(Node):
    """An Adaptive Card 1.5; buttons stand in ActionSets of the body, never in ``actions``."""

    element_type: ClassVar[str] = "AdaptiveCard"
    version: str = "1.5"
    lang: str = "en-GB"
    fallback_text: str
    body: Sequence[Element]
    refresh: Refresh | None = None
    width: Literal["Full"] | None = None

    def check(self) -> None:
        """Refuse to refresh what is being filled in, and two people under one name."""
        body = list(inside(self._data["body"]))
        field = next((node for node in body if isinstance(node, Input)), None)
        if self.refresh and field:
            raise ValueError(
                f"a card with inputs ({field.id}) must not refresh: what is typed would be lost"
            )
        self.mentions = _mentions_in(body)
        tags = [mention.tag for mention in self.mentions]
        if twice := {tag for tag in tags if tags.count(tag) > 1}:
            raise ValueError(f"{sorted(twice)} name two people each: say more of their names")

    def properties(self) -> dict[str, Any]:
        """As set; what only Teams knows stands under ``msteams``."""
        had = super().properties()
        teams: dict[str, object] = {"width": had.pop("width")} if self.width else {}
        if self.mentions:
            teams["entities"] = [mention.entity() for mention in self.mentions]
            had["body"] = _calm(to_dict(had["body"]))
        return had | ({"msteams": teams} if teams else {})


def _mentions_in(nodes: Iterable[Node]) -> list[Mention]:
    """Everybody mentioned in a TextBlock, once each."""
    found = [node for node in nodes if isinstance(node, Mention)]
    return list({(mention.tag, mention.user_id): mention for mention in found}.values())


def _calm(value: Any) -> Any:
    """The body with dead tags in people's own words: Teams would take theirs for ours."""
    if isinstance(value, list):
        return [_calm(part) for part in value]
    if not isinstance(value, dict):
        return value
    calm = {key: _calm(part) for key, part in value.items()}
    if calm.get("type") == "TextRun":
        calm["text"] = without_tags(calm["text"])
    return calm
