"""Who has what somebody leaves behind; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from domain.people.person import Absence, Person
from domain.people.standing_in import NOBODY, stand_in

FOR_GOOD = timedelta(days=36_500)
"""How long whoever takes over stands in for somebody who has left."""


def takes_over(
    leaver: Person,
    people: Mapping[str, Person],
    today: date,
    coordinators: Sequence[Person],
    lost: Collection[str] = NOBODY,
) -> Person | None:
    """Whoever was named, else the nearest manager at work, else one of those who run cycles.

    None where nobody at all is left.
    """
    found = stand_in(leaver, people, today, lost)
    others = [one for one in coordinators if one.id != leaver.id and one.here_on(today)]
    at_work = [one for one in others if not one.absence_on(today) and one.id not in lost]
    return found or next(iter([*at_work, *others]), None)


def gone(leaver: Person, successor: str) -> Absence:
    """The time from the last day on, in which the successor stands in; of a leaver alone."""
    if leaver.left_on is None:
        raise ValueError(f"{leaver.id} has not left")
    return Absence(first_day=leaver.left_on, last_day=leaver.left_on + FOR_GOOD, cover=successor)


def of_leaving(person: Person, absence: Absence) -> bool:
    """Whether days away are those after the last one, and not leave."""
    return absence.first_day == person.left_on and (
        absence.last_day - absence.first_day == FOR_GOOD
    )
