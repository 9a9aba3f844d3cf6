"""What somebody does with a card: the buttons to press, in the order in which they are tried."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from year.buttons import Button
from year.chats import Standing
from year.filling import Hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A button to press, and what is filled in otherwise than a form of that shape would be."""

    button: Button
    inputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody has before them."""

    person: str
    standing: Standing
    buttons: Sequence[Button]
    hand: Hand

    def press(self, verb: str, **inputs: str) -> list[Move]:
        """The moves on buttons of that verb; none where the card has no such button."""
        return [Move(button=one, inputs=inputs) for one in self.buttons if one.verb == verb]


LEAD_ON = frozenset({"open_audit", "open_work", "open_duty", "open_help", "filter_actions"})
"""Buttons that only show another card, which its reader has anyway."""

Habit = Callable[[Sight], Sequence[Move]]

_HABITS: dict[str, Habit] = {}


class TwoHabitsError(Exception):
    """Two files say what is done with one kind of card."""


def habit(*kinds: str) -> Callable[[Habit], Habit]:
    """Make a function what people do with cards of those kinds."""

    def enter(does: Habit) -> Habit:
        if taken := _HABITS.keys() & set(kinds):
            raise TwoHabitsError(f"{sorted(taken)} already have a habit")
        _HABITS.update(dict.fromkeys(kinds, does))
        return does

    return enter


@cache
def habits() -> Mapping[str, Habit]:
    """Every habit by the kind of its card."""
    package = importlib.import_module("year.habits")
    for module in pkgutil.iter_modules(package.__path__, "year.habits."):
        importlib.import_module(module.name)
    return dict(_HABITS)


def as_invited(sight: Sight) -> Sequence[Move]:
    """The buttons that the card invites to."""
    return [Move(button=one) for one in sight.buttons if one.primary and one.verb not in LEAD_ON]


def moves_on(sight: Sight) -> Sequence[Move]:
    """What this person does next with this card."""
    return habits().get(sight.standing.kind, as_invited)(sight)
