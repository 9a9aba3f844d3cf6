"""Whom a typed name means: exactly, in part, or but for a few letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from domain.calendar.wording import say_list
from domain.faults import Fault
from domain.people.person import Person

LIKE = 0.8
MOST = 4


def by_name(typed: str, people: Iterable[Person], today: date) -> Person:
    """The one person who is meant; raises Fault where it is nobody, or might be several."""
    here = [person for person in people if person.here_on(today)]
    found = _found(" ".join(typed.casefold().split()), here)
    if len(found) == 1:
        return found[0]
    if found:
        names = say_list(sorted(person.name for person in found[:MOST]), "or")
        raise Fault(f"Do you mean {names}? Please write the whole name.", field="name")
    raise Fault(f"I know nobody called {typed.strip()}, so nothing was kept.", field="name")


def _found(said: str, people: list[Person]) -> list[Person]:
    """Those whose name it is, then those of whose name each word begins one, then the likely."""
    names = {person.id: person.name.casefold() for person in people}
    exact = [person for person in people if said in {names[person.id], person.id.casefold()}]
    if exact or not said:
        return exact
    parts = [p for p in people if _begins(said.split(), names[p.id].split())]
    if parts:
        return parts
    likely = set(get_close_matches(said, names.values(), n=MOST, cutoff=LIKE))
    return [person for person in people if names[person.id] in likely]


def _begins(said: list[str], name: list[str]) -> bool:
    return all(any(word.startswith(part) for word in name) for part in said)
