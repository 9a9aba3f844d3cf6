"""What a sensible person fills into the inputs of a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from cards.card import Json

WORDS = "Seen in the record, and talked about with the worker."
SOON = timedelta(days=5)
OFTEN = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who fills in: their day, their records, their colleagues, and the die that decides.

    ``subjects`` is what an audit can be about, by the word for it and by programme.
    """

    today: date
    records: Sequence[str]
    colleagues: Sequence[str]
    draw: Random
    used: Counter[tuple[str, str]]
    subjects: Mapping[str, Sequence[str]] = field(default_factory=dict)


Fill = Callable[[Hand, Json], str]


def _record(hand: Hand, asked: Json) -> str:
    del asked
    return hand.draw.choice(list(hand.records)) if hand.records else ""


def _colleague(hand: Hand, asked: Json) -> str:
    del asked
    return hand.draw.choice(list(hand.colleagues))


def _day(hand: Hand, asked: Json) -> str:
    """What stands there, or a day soon, within what the input allows."""
    if asked.get("value"):
        return str(asked["value"])
    day = hand.today + SOON
    first, last = asked.get("min"), asked.get("max")
    if last:
        day = min(day, date.fromisoformat(last))
    if first:
        day = max(day, date.fromisoformat(first))
    return day.isoformat()


def _choice(hand: Hand, asked: Json) -> str:
    """What is chosen already, mostly; else what was chosen least so far: each has its turn.

    Where several may be ticked, all are.
    """
    choices = [str(choice["value"]) for choice in asked["choices"] if choice["value"]]
    if asked.get("isMultiSelect"):
        return ",".join(choices)
    chosen = asked.get("value")
    if chosen and hand.draw.random() < OFTEN:
        return str(chosen)
    taken = min(choices, key=lambda one: hand.used[asked["id"], one], default="")
    hand.used[asked["id"], taken] += 1
    return taken


def _number(hand: Hand, asked: Json) -> str:
    """A number of another system: a new one each time."""
    hand.used[asked["id"], ""] += 1
    return f"EXT-{hand.used[asked['id'], '']}"


BY_NAME: Mapping[str, Fill] = {
    "record": _record,
    "records": _record,
    "case": _record,
    "case_ref": _record,
    "colleague": _colleague,
    "nominee": _colleague,
    "said_who": _colleague,
    "who": _colleague,
    "name": _colleague,
    "reference": _number,
    "practitioner": _colleague,
}
"""Inputs of text whose name says what belongs into them."""


def _text(hand: Hand, asked: Json) -> str:
    name = asked.get("id", "")
    if asked.get("value"):
        return str(asked["value"])
    return BY_NAME[name](hand, asked) if name in BY_NAME else WORDS[: asked.get("maxLength", 999)]


BY_KIND: Mapping[str, Fill] = {
    "Input.ChoiceSet": _choice,
    "Input.Date": _day,
    "Input.Time": lambda _, asked: str(asked.get("value") or "10:00"),
    "Input.Number": lambda _, asked: str(asked.get("value") or asked.get("min") or 1),
    "Input.Toggle": lambda _, asked: str(asked.get("valueOn") or "true"),
}


def fill(hand: Hand, asked: Json) -> str:
    """The value of one input, as Teams sends it."""
    return BY_KIND.get(asked["type"], _text)(hand, asked)


def filled(hand: Hand, inputs: Sequence[Json]) -> dict[str, str]:
    """All inputs of a form; empty ones are not sent, as in Teams."""
    found = {asked["id"]: fill(hand, asked) for asked in inputs if "id" in asked}
    return {name: value for name, value in found.items() if value}
