"""What an answer says: whether the child is safe now, and what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

TICKED = "true"
SAFE: Mapping[str, str] = {
    "seen": "Yes, seen today",
    "confirmed": "Yes, confirmed another way",
    "plan": "Not yet, a plan is under way",
    "unknown": "Not known",
}
"""The answers to "Is the child safe now?", as they are read."""


def is_gap_answer(trigger: str) -> bool:
    """Whether it answers a gap in supervision, where the first question is another one."""
    return trigger == "supervision_gap"


def wider(said: Mapping[str, str], widens: Sequence[T]) -> list[T]:
    """Where somebody looks further, out of the council's list."""
    places = {int(place) for place in said.get("wider", "").split(",") if place.isdecimal()}
    return [one for place, one in enumerate(widens) if place in places]


def text_to_paste(lines: Mapping[str, str]) -> str:
    """The answer as text for the case system, where nothing is written from here (E-12)."""
    return "\n".join(f"{label}: {text}" for label, text in lines.items() if text)
