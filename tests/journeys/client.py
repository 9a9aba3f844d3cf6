"""What a Teams client does with a card: finds buttons, gathers inputs, refuses what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class NotThereError(AssertionError):
    """The card has no such button, or the client would not send the press."""


@dataclass(frozen=True, slots=True)
class Button:
    """An Action.Execute and the inputs that are sent with it: its own card's and those above."""

    action: Json
    inputs: tuple[Json, ...]

    @property
    def title(self) -> str:
        """What it says."""
        return str(self.action.get("title", ""))

    @property
    def verb(self) -> str:
        """The use case that it asks for."""
        return str(self.action["verb"])

    def data(self, filled: dict[str, str], *, anyway: bool = False) -> Json:
        """What is sent: the button's data and every input that is not empty.

        ``anyway`` sends what a client would have refused.
        """
        values = {i["id"]: str(i.get("value", "")) for i in self.inputs} | filled
        if not anyway:
            self._refuse(values)
        return {**self.action["data"], **{key: said for key, said in values.items() if said}}

    def _refuse(self, values: dict[str, str]) -> None:
        known = {field["id"]: field for field in self.inputs}
        for key, value in values.items():
            if key not in known:
                raise NotThereError(f"{self.title!r} stands by no input {key!r}: {sorted(known)}")
            if known[key].get("isRequired") and not value:
                raise NotThereError(known[key]["errorMessage"])
            if len(value) > known[key].get("maxLength", len(value)):
                raise NotThereError(known[key]["errorMessage"])


def buttons(card: Json) -> Iterator[Button]:
    """Every button of a card, those under "Can't take this one" and the like too."""
    yield from _buttons(card, ())


def _buttons(card: Json, above: tuple[Json, ...]) -> Iterator[Button]:
    nodes = list(_nodes([card.get("body", []), card.get("actions", [])]))
    inputs = (*above, *(node for node in nodes if node.get("type", "").startswith("Input.")))
    for node in nodes:
        if node.get("type") == "Action.Execute":
            yield Button(node, inputs)
        elif node.get("type") == "Action.ShowCard":
            yield from _buttons(node["card"], inputs)


def _nodes(value: Any) -> Iterator[Json]:
    """Every element and action of one card, not of the small cards that it opens."""
    if isinstance(value, list):
        for child in value:
            yield from _nodes(child)
    elif isinstance(value, dict):
        yield value
        inner = {"type", "fallback", "card", "data"}
        for key, child in value.items():
            if key not in inner:
                yield from _nodes(child)


def inputs_of(card: Json) -> dict[str, str]:
    """Every input of a card with what stands in it, the small cards' too."""
    return {
        node["id"]: str(node.get("value", ""))
        for one in _cards(card)
        for node in _nodes(one.get("body", []))
        if node.get("type", "").startswith("Input.")
    }


def _cards(card: Json) -> Iterator[Json]:
    yield card
    for node in _nodes([card.get("body", []), card.get("actions", [])]):
        if node.get("type") == "Action.ShowCard":
            yield from _cards(node["card"])


def words(card: Json) -> str:
    """Everything on the card that can be read, a line each, as it is read."""
    found = []
    for one in _cards(card):
        for node in _nodes([one.get("body", []), one.get("actions", [])]):
            found += [str(node[k]) for k in ("text", "title", "label", "value") if k in node]
    return "\n".join(found).replace("\\", "").replace("\xa0", " ")
