"""What a card is, and the registry of all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Protocol, Self, TypeVar, runtime_checkable

Json = dict[str, Any]


@runtime_checkable
class Card(Protocol):
    """A frozen dataclass in a file of its own, named as its ``kind``."""

    kind: ClassVar[str]

    @property
    def summary(self) -> str | None:
        """The notification's line: names nobody, tells no grade. None: never posted anew."""

    def render(self) -> Json:
        """The Adaptive Card 1.5 as plain JSON types."""

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """One of each variant that the card knows, with invented people."""


C = TypeVar("C", bound="Card")

_CARDS: dict[str, type[Card]] = {}


class TwoCardsError(Exception):
    """Two cards have the same kind."""


def register(card: type[C]) -> type[C]:
    """Enter a card in the registry; raises TwoCardsError where its kind is taken."""
    if card.kind in _CARDS:
        raise TwoCardsError(
            f"{card.__module__} and {_CARDS[card.kind].__module__} are both the card "
            f"{card.kind!r}: rename one of them"
        )
    _CARDS[card.kind] = card
    return card


@cache
def all_cards() -> Mapping[str, type[Card]]:
    """Every card by kind, found by importing every module of this package."""
    package = importlib.import_module("cards")
    for module in pkgutil.walk_packages(package.__path__, "cards."):
        importlib.import_module(module.name)
    return dict(sorted(_CARDS.items()))
