"""The buttons and inputs of a card, as its reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cards.card import Json

EXECUTE = "Action.Execute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button; ``around`` are the inputs that its press sends along."""

    verb: str
    ref: str
    version: object
    title: str
    primary: bool
    around: tuple[Json, ...]


def buttons(card: Json) -> list[Button]:
    """Those that ask for something, the one that the card invites to first."""
    found = list(_buttons(card, tuple(_inputs(card.get("body", ())))))
    return sorted(found, key=lambda button: not button.primary)


def _buttons(node: object, around: tuple[Json, ...], *, primary: bool = False) -> Iterator[Button]:
    if isinstance(node, list):
        for child in node:
            yield from _buttons(child, around, primary=primary)
    elif isinstance(node, dict):
        yield from _of_node(node, around, primary=primary)


def _of_node(node: Json, around: tuple[Json, ...], *, primary: bool) -> Iterator[Button]:
    invites = primary or node.get("style") == "positive"
    if node.get("type") == EXECUTE and "data" in node:
        yield Button(
            verb=node["verb"],
            ref=node["data"].get("id", ""),
            version=node["data"].get("version"),
            title=str(node.get("title", "")),
            primary=invites,
            around=around,
        )
        return
    if node.get("type") == "Action.ShowCard":
        inner = node["card"]
        more = (*around, *_inputs(inner.get("body", ())))
        yield from _buttons([inner], more, primary=invites)
        return
    for key, child in node.items():
        if key not in {"refresh", "fallback"} and isinstance(child, (list, dict)):
            yield from _buttons(child, around)


def _inputs(node: object) -> Iterator[Json]:
    """Inputs of a card, but not those of forms that are still folded up."""
    if isinstance(node, list):
        for child in node:
            yield from _inputs(child)
    elif isinstance(node, dict) and node.get("type") != "Action.ShowCard":
        if str(node.get("type", "")).startswith("Input."):
            yield node
        for child in node.values():
            if isinstance(child, (list, dict)):
                yield from _inputs(child)
