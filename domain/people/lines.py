"""Who stands above whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.people.person import Person


def managers_of(person: Person, people: Mapping[str, Person]) -> Iterator[Person]:
    """Line managers from the nearest up; a loop in the staff list ends the walk."""
    seen = {person.id}
    above = person.line_manager
    while above and above not in seen and above in people:
        seen.add(above)
        yield people[above]
        above = people[above].line_manager


def manages(manager: Person, person: Person, people: Mapping[str, Person]) -> bool:
    """Whether the manager is anywhere above the person."""
    return any(above.id == manager.id for above in managers_of(person, people))


def first_above(
    person: Person, roles: frozenset[str], people: Mapping[str, Person]
) -> Person | None:
    """The nearest manager above who holds one of the roles."""
    return next((above for above in managers_of(person, people) if above.holds(roles)), None)
