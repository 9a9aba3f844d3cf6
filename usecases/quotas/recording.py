"""What somebody can put on record for which quota."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.people.person import Person
from domain.quotas.tally import parts_of
from domain.quotas.telling import telling
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.quotas.showing_standing import say_part
from usecases.quotas.standing import quotas_of, subjects_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Parts with their words; those ``for_others`` need one of the people ``about`` (SOM-21).

    ``tells`` are the keys of the ticks of who was told of it (LEI-12).
    """

    parts: Mapping[str, str]
    for_others: frozenset[str]
    about: tuple[Person, ...]
    tells: tuple[str, ...] = ()


async def choices(uow: UnitOfWork, council: Council, person: Person, today: date) -> Choices:
    """What the person's quotas ask for, in the framework's order."""
    people = await uow.people.all()
    parts: dict[str, str] = {}
    others: set[str] = set()
    about: dict[str, Person] = {}
    for quota in quotas_of(council, person):
        keys = parts_of(quota)
        parts |= {key: say_part(key) for key in keys}
        if quota.for_each:
            others |= keys.keys()
            about |= {one.id: one for one in subjects_of(quota, person, people, today)}
    rule = telling(council.framework)
    return Choices(
        parts=parts,
        for_others=frozenset(others),
        about=tuple(about.values()),
        tells=tuple(tick.key for tick in rule.ticks) if rule else (),
    )
