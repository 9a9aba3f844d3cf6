"""How a duty changes hands, by its kind; each kind is one entry, found by the folder scan."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from domain.duties import Duty
from domain.people.person import Person
from usecases.asking import Ask, TwiceRegisteredError, load_all
from usecases.council import Council
from usecases.ports import UnitOfWork

Candidates = Callable[[UnitOfWork, Council, Duty, date], Awaitable[list[Person]]]
Give = Callable[[Ask, Duty, str], Awaitable[Person]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """``candidates`` may have it; ``give`` passes it to one of them, or raises Fault."""

    candidates: Candidates
    give: Give


_HANDS: dict[str, Hands] = {}


def changes_hands(*kinds: str, candidates: Candidates) -> Callable[[Give], Give]:
    """Make a function the way in which duties of these kinds are passed on."""

    def enter(give: Give) -> Give:
        for kind in kinds:
            if kind in _HANDS:
                raise TwiceRegisteredError(f"the duty {kind!r} is handed over twice: drop one")
            _HANDS[kind] = Hands(candidates=candidates, give=give)
        return give

    return enter


def hands_of(kind: str) -> Hands | None:
    """How duties of the kind are passed on; None where that is settled where they began."""
    load_all()
    return _HANDS.get(kind)
