"""To whom a duty goes once its holder has left, by its kind; each is found by the folder scan."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from domain.duties import Duty, NewDuty
from domain.people.person import Person
from usecases.asking import TwiceRegisteredError, load_all
from usecases.council import Council
from usecases.ports import UnitOfWork

Heirs = Callable[[UnitOfWork, Council, Duty, Person, datetime], Awaitable[Sequence[NewDuty] | None]]
"""What is opened in its place, where ``Person`` stands in for whoever has left.

None where something else of the clock finds the next holder, today at least.
"""

_HEIRS: dict[str, Heirs] = {}


def inherits(*kinds: str) -> Callable[[Heirs], Heirs]:
    """Make a function the way in which duties of these kinds go on; else whoever stands in."""

    def enter(heirs: Heirs) -> Heirs:
        for kind in kinds:
            if kind in _HEIRS:
                raise TwiceRegisteredError(f"the duty {kind!r} is inherited twice: drop one")
            _HEIRS[kind] = heirs
        return heirs

    return enter


def heirs_of(kind: str) -> Heirs | None:
    """The way of the kind, where it has one of its own."""
    load_all()
    return _HEIRS.get(kind)


def given_to(duty: Duty, *people: str) -> list[NewDuty]:
    """The same duty, due as before, for others."""
    return [
        NewDuty(kind=duty.kind, subject=duty.subject, holder=one, due_at=duty.due_at)
        for one in people
    ]
