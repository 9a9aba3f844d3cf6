"""How a list differs from what is known already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.lists.checked import Changes, Moved

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[T]):
    """How to tell one from another, and what becomes of those that a full list leaves out.

    ``fields`` gives the attribute behind each column that can differ.
    """

    key: Callable[[T], str]
    team: Callable[[T], str]
    is_gone: Callable[[T], bool]
    leave: Callable[[T], T]
    fields: Mapping[str, str]

    def differences(self, before: T, after: T) -> tuple[str, ...]:
        """The columns in which the two differ."""
        return tuple(
            column
            for column, name in self.fields.items()
            if getattr(before, name) != getattr(after, name)
        )


def compare(
    given: Sequence[T], known: Mapping[str, T], kind: Kind[T], *, full: bool
) -> tuple[list[T], Changes]:
    """What to write and how it differs; what stays as it is is not written again."""
    by_key = {kind.key(one): one for one in given}
    pairs = {key: (known[key], one) for key, one in by_key.items() if key in known}
    absent = [key for key, one in known.items() if key not in by_key and not kind.is_gone(one)]
    left = [kind.leave(known[key]) for key in absent] if full else []
    changes = Changes(
        new=tuple(key for key in by_key if key not in known),
        changed={key: found for key, pair in pairs.items() if (found := kind.differences(*pair))},
        unchanged=sum(before == after for before, after in pairs.values()),
        left=tuple(absent) if full else (),
        returned=tuple(k for k, (b, a) in pairs.items() if kind.is_gone(b) and not kind.is_gone(a)),
        moved=tuple(_moves(pairs, kind)),
        missing=0 if full else len(absent),
    )
    return [one for key, one in by_key.items() if known.get(key) != one] + left, changes


def _moves(pairs: Mapping[str, tuple[T, T]], kind: Kind[T]) -> list[Moved]:
    teams = {key: (kind.team(before), kind.team(after)) for key, (before, after) in pairs.items()}
    return [Moved(key, before, after) for key, (before, after) in teams.items() if before != after]
