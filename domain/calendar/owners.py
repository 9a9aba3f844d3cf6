"""Whose an entry of the calendar is: everybody's with the role, or each one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.calendar.entries import CalendarEntry
from domain.people.person import Person

People = Mapping[str, Person]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One to do: its ``slot``, empty where one does it for all, and who has it."""

    slot: str
    people: tuple[str, ...]


def holders(entry: CalendarEntry, people: People, today: date) -> list[str]:
    """Who owes it today, by id; nobody who has left.

    An entry without a role is owed by its relation: every line manager for their own people.
    """
    if entry.roles:
        return with_roles(entry.roles, people, today)
    if "line_manager" in entry.relations:
        found = (_manager_of(one, people, today) for one in people.values())
        return sorted({one for one in found if one})
    return []


def with_roles(roles: Iterable[str], people: People, today: date) -> list[str]:
    """Everybody here with one of the roles, by id."""
    wanted = frozenset(roles)
    return sorted(one.id for one in people.values() if one.holds(wanted) and one.here_on(today))


def shares(entry: CalendarEntry, people: People, today: date) -> list[Share]:
    """How it is split: one for each who owes their own, else one for all, held or not."""
    found = holders(entry, people, today)
    if entry.each and found:
        return [Share(slot=one, people=(one,)) for one in found]
    return [Share(slot="", people=tuple(found))]


def own_people(manager: str, people: People, today: date) -> list[Person]:
    """Those whose line manager the person is, by name (SOM-56)."""
    found = [one for one in people.values() if one.line_manager == manager and one.here_on(today)]
    return sorted(found, key=lambda one: (one.name, one.id))


def _manager_of(person: Person, people: People, today: date) -> str:
    """The line manager's id where both are here, else empty."""
    above = people.get(person.line_manager or "")
    here = above is not None and above.here_on(today) and person.here_on(today)
    return above.id if above and here else ""
