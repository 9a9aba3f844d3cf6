"""Ways through a card's JSON, shared by the tests of cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cards.card import Json, all_cards

EVERY_CARD: dict[str, Json] = {
    f"{kind} {number}": example.render()
    for kind, card in all_cards().items()
    for number, example in enumerate(card.examples())
}
"""Every example of every card, by "kind number"."""


def nodes(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Json]]:
    """Every object of the card with the keys that lead to it."""
    if isinstance(value, dict):
        yield path, value
        for key, part in value.items():
            yield from nodes(part, (*path, key))
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part, path)


def of_type(card: Json, prefix: str) -> list[tuple[tuple[str, ...], Json]]:
    """The objects whose type starts so."""
    return [(path, node) for path, node in nodes(card) if kind(node).startswith(prefix)]


def kind(node: Json) -> str:
    return str(node.get("type", ""))


def inside_show_card(path: tuple[str, ...]) -> bool:
    """Whether the path leads through a ShowCard's card."""
    return "card" in path


def find(card: Json, prefix: str, **wanted: object) -> Json:
    """The one object of that type with these values; fails where there are none or several."""
    (found,) = [
        node
        for _, node in of_type(card, prefix)
        if all(node.get(key) == value for key, value in wanted.items())
    ]
    return found


def words(card: Json) -> str:
    """All words of the card in reading order, one text a line."""
    texts: list[str] = []
    for _, node in nodes(card):
        texts += [str(node[key]) for key in ("text", "title", "value", "label") if key in node]
    return "\n".join(texts)


def buttons(card: Json) -> list[str]:
    """Titles of the buttons, ShowCards' own among them, what is inside ShowCards not."""
    return [
        action["title"]
        for path, node in of_type(card, "ActionSet")
        if not inside_show_card(path)
        for action in node["actions"]
    ]
