"""Whom a typed name means: one person, several, or nobody with some near it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from domain.people.person import Person

LIKE = 0.75  # of difflib's ratio: "Ada Bryne" is like "Ada Byrne", "Ada Moor" is not
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """``people`` are those who bear the name, ``near`` those whose names are like it."""

    people: tuple[Person, ...] = ()
    near: tuple[Person, ...] = ()

    @property
    def one(self) -> Person | None:
        """The only one who bears the name."""
        return self.people[0] if len(self.people) == 1 else None

    @property
    def to_choose(self) -> tuple[Person, ...]:
        """Who is offered: the bearers where there are several, else the near ones."""
        return (self.people if len(self.people) > 1 else self.near)[:MOST]


def whom(said: str, people: Iterable[Person]) -> Meant:
    """Whole names first, then parts of names, then what differs by a letter or two."""
    known = sorted(people, key=lambda person: (person.name, person.id))
    name = plain_name(said)
    if not name:
        return Meant()
    whole = [person for person in known if plain_name(person.name) == name]
    if whole:
        return Meant(people=tuple(whole))
    words = set(name.split())
    part = [person for person in known if words <= set(plain_name(person.name).split())]
    if part:
        return Meant(people=tuple(part))
    return Meant(near=tuple(_near(name, known)))


def plain_name(name: str) -> str:
    """``Moor, Wanda`` as ``wanda moor``."""
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma else name
    return " ".join(turned.casefold().replace("\u2019", "'").split())


def _near(name: str, known: Collection[Person]) -> list[Person]:
    by_word: dict[str, list[Person]] = {}
    for person in known:
        full = plain_name(person.name)
        for word in {full, *full.split()} if " " not in name else {full}:
            by_word.setdefault(word, []).append(person)
    close = get_close_matches(name, by_word, n=MOST, cutoff=LIKE)
    return list({person.id: person for word in close for person in by_word[word]}.values())[:MOST]
