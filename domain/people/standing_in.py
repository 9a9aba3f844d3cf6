"""Who does somebody's duties today: they, their cover, or a manager above them; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from domain.people.lines import managers_of
from domain.people.person import Person

NOBODY: Collection[str] = frozenset()


def stand_in(
    holder: Person, people: Mapping[str, Person], today: date, lost: Collection[str] = NOBODY
) -> Person | None:
    """Who does it today; None while the holder is away and named no cover: then it waits.

    A cover who is away themselves passes it to theirs. Where that leads to nobody, and for whoever
    has left or cannot be reached (``lost``), it goes to the nearest manager who is at work.
    """
    if _at_work(holder, today, lost):
        return holder
    absence = holder.absence_on(today)
    is_here = holder.here_on(today) and holder.id not in lost
    if is_here and absence and absence.cover is None:
        return None
    cover = _cover(holder, people, today, lost)
    return cover or next(
        (one for one in managers_of(holder, people) if _at_work(one, today, lost)), None
    )


def _cover(
    holder: Person, people: Mapping[str, Person], today: date, lost: Collection[str]
) -> Person | None:
    """Along the covers until one is at work; a circle ends at nobody."""
    seen, at = {holder.id}, holder
    while absence := at.absence_on(today):
        after = people.get(absence.cover or "")
        if after is None or after.id in seen:
            return None
        if _at_work(after, today, lost):
            return after
        seen.add(after.id)
        at = after
    return None


def _at_work(person: Person, today: date, lost: Collection[str]) -> bool:
    return person.here_on(today) and person.id not in lost and not person.absence_on(today)
