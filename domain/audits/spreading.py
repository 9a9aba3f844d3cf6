"""What an assignment is asked: which seats, open to whom, beside which loads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

OUT_OF_TURN = 8
"""From this cost on it is not the person's turn; smaller steps only choose between equals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Seats and people by number.

    ``open_to[seat]`` are the people who may take it. Seats of one ``group`` (one record) go to
    different people. ``loads`` is what people hold already; ``most`` what one may hold in all.

    With a rota ``kinds`` is the kind of each seat, and ``dear[kind][person]`` what it costs to
    give that person a seat of the kind. No preference is bought with an uneven load: up to
    their even share people have what is their turn, then, as cheaply as can be, the rest.
    """

    open_to: Sequence[frozenset[int]]
    groups: Sequence[int]
    loads: Sequence[int]
    most: int | None = None
    kinds: Sequence[int] = ()
    dear: Sequence[Sequence[int]] = ()


class Assigner(Protocol):
    """Solves a problem of places."""

    def assign(self, places: Places) -> list[int | None]:
        """The person of each seat, or None where nobody is left for it."""
