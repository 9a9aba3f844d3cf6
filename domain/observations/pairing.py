"""Who observes whom: nobody their own line, whoever was seen longest ago first (SEF-31)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.frameworks.sections import Observation
from domain.people.lines import first_above, managers_of, manages
from domain.people.person import Person

NEVER = date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """``pairs`` are (observer, observed); ``left`` observers for whom nobody was free."""

    pairs: tuple[tuple[Person, Person], ...]
    left: tuple[Person, ...]


def here(
    roles: Iterable[str], people: Mapping[str, Person], first: date, last: date
) -> list[Person]:
    """Holders of the roles who are here for most of the time, by id."""
    wanted = frozenset(roles)
    found = [p for p in people.values() if p.holds(wanted) and p.here_on(last)]
    return sorted((p for p in found if not p.away_through(first, last)), key=lambda p: p.id)


def may_observe(observer: Person, observed: Person, people: Mapping[str, Person]) -> bool:
    """Neither oneself nor anybody of one's own line, up or down."""
    in_line = manages(observer, observed, people) or manages(observed, observer, people)
    return observer.id != observed.id and not in_line


def pair(
    observers: Sequence[Person],
    observed: Sequence[Person],
    last_seen: Mapping[str, date],
    people: Mapping[str, Person],
) -> Pairs:
    """Everybody observes one person and nobody is observed twice.

    As many pairs as can be: whoever was seen longest ago is placed first, and an observer who is
    taken moves on to somebody else where that makes room.
    """
    taken: dict[str, Person] = {}
    for one in sorted(observed, key=lambda p: (last_seen.get(p.id, NEVER), p.id)):
        _place(one, observers, taken, people, set())
    chosen = [(observer, taken[observer.id]) for observer in observers if observer.id in taken]
    left = tuple(observer for observer in observers if observer.id not in taken)
    return Pairs(pairs=tuple(chosen), left=left)


def _place(
    one: Person,
    observers: Sequence[Person],
    taken: dict[str, Person],
    people: Mapping[str, Person],
    tried: set[str],
) -> bool:
    """Give the person an observer, moving others along; False where nobody can be moved."""
    for observer in observers:
        if observer.id in tried or not may_observe(observer, one, people):
            continue
        tried.add(observer.id)
        other = taken.get(observer.id)
        if other is None or _place(other, observers, taken, people, tried):
            taken[observer.id] = one
            return True
    return False


def observer_of(rule: Observation, person: Person, people: Mapping[str, Person]) -> Person | None:
    """The line manager, if one of these roles is theirs, else the nearest above (E-85)."""
    roles = frozenset(rule.by)
    near = next(managers_of(person, people), None)
    if near is not None and near.holds(roles):
        return near
    return first_above(person, roles, people)
