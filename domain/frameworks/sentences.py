"""A fault in the shape of a file, said with the line's key."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

Place = Sequence[str | int]

WORDS = {
    "string_type": "it should be a text in quotes",
    "string_too_short": "it is empty",
    "string_too_long": "at most {max_length} characters fit",
    "string_pattern_mismatch": "write it like {pattern}",
    "int_type": "it should be a whole number",
    "float_type": "it should be a number",
    "bool_type": "it should be true or false",
    "tuple_type": "it should be a list",
    "model_type": "it should be a table",
    "mapping_type": "it should be a table",
    "dict_type": "it should be a table",
    "literal_error": "it should be {expected}",
    "too_short": "it needs at least {min_length}",
    "too_long": "it takes at most {max_length}",
    "greater_than": "it should be more than {gt}",
    "greater_than_equal": "it should be at least {ge}",
    "less_than_equal": "it should be at most {le}",
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the shape at a place; ``loc`` is pydantic's, with kinds in between."""

    kind: str
    loc: tuple[str | int, ...]
    text: str
    context: Mapping[str, Any]


def flaws_of(error: ValidationError) -> list[Flaw]:
    """The flaws, without lists that only seem too short because an item of them is wrong."""
    flaws = [
        Flaw(one["type"], one["loc"], one["msg"], one.get("ctx", {})) for one in error.errors()
    ]
    return [flaw for flaw in flaws if not _follows_from_others(flaw, flaws)]


def _follows_from_others(flaw: Flaw, flaws: Iterable[Flaw]) -> bool:
    depth = len(flaw.loc)
    return flaw.kind == "too_short" and any(
        len(other.loc) > depth and other.loc[:depth] == flaw.loc for other in flaws
    )


def sentence_of(model: type[BaseModel], raw: Any, flaw: Flaw) -> str:
    """``programmes.x.seats[1].due: …``: where the fault is, then what it is."""
    place = place_of(raw, flaw.loc)
    said = _said(model, place, flaw)
    return f"{dotted(place)}: {said}" if place else said


def _said(model: type[BaseModel], place: Place, flaw: Flaw) -> str:
    match flaw.kind:
        case "extra_forbidden":
            known = keys_at(model, flaw.loc[:-1])
            return f"unknown key{did_you_mean(str(place[-1]), known)}"
        case "missing":
            return "it is missing"
        case "union_tag_not_found":
            return "it needs a kind"
        case "union_tag_invalid":
            kinds = str(flaw.context.get("expected_tags", "")).replace("'", "")
            return f"{flaw.context.get('tag')!r} is not a kind; there are {kinds}"
        case kind if kind in WORDS:
            return WORDS[kind].format(**flaw.context)
        case _:
            return flaw.text[:1].lower() + flaw.text[1:]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean team_manager?``, or nothing where no known word is close."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def dotted(place: Place) -> str:
    """A place as people write it: ``seats[1].due``."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f"{'.' if text else ''}{step}"
    return text


def place_of(raw: Any, loc: Place) -> list[str | int]:
    """The place in the file: pydantic's, without the kinds of unions that it puts between."""
    place: list[str | int] = []
    node = raw
    for step in loc:
        is_tag = isinstance(node, dict) and node.get("kind") == step and step not in node
        if is_tag or step == "[key]":
            continue
        place.append(step)
        node = inside(node, step)
    return place


def inside(node: Any, step: str | int) -> Any:
    """What a table or a list holds at a step; None where it holds nothing there."""
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def keys_at(model: type[BaseModel], loc: Place) -> set[str]:
    """The keys that the table at a place may have."""
    models = {model}
    for step in loc:
        fields = [m.model_fields[str(step)] for m in models if str(step) in m.model_fields]
        if fields:
            models = {m for field in fields for m in models_in(field.annotation)}
        elif of_kind := {m for m in models if _kind(m) == step}:
            models = of_kind
    return {name for m in models for name in m.model_fields}


def models_in(annotation: Any) -> set[type[BaseModel]]:
    """The models that an annotation speaks of, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in get_args(annotation) for model in models_in(part)}


def _kind(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("kind")
    return get_args(field.annotation)[0] if field else None
