"""Words that can be typed, as cards list them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A word and what it does."""

    word: str
    what: str


EXAMPLE_COMMANDS = (
    Command(word="my work", what="What is waiting, and for whom"),
    Command(word="audit", what="Start or carry on an audit"),
    Command(word="who am I", what="What I know of you"),
    Command(word="help", what="Everything I can do"),
)
"""A list for the examples of cards."""
