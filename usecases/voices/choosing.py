"""What somebody can write down outside an audit, and whose work it can be about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.frameworks.sections import FeedbackRule, Quota
from domain.people.person import Person
from domain.voices.rules import ways_for
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.quotas.standing import subjects_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The ways in the framework's order; ``about`` are those of whose work a manager hears.

    ``surveys`` are the ways whose questions the person may put to colleagues.
    """

    ways: tuple[FeedbackRule, ...]
    about: tuple[Person, ...]
    may_ask: bool
    surveys: tuple[FeedbackRule, ...] = ()


async def options(uow: UnitOfWork, council: Council, person: Person, today: date) -> Options:
    """What the person's roles allow; whoever runs cycles may use every way."""
    runs = council.coordinates(person)
    ways = ways_for(council.framework, person, every=runs)
    people = await uow.people.all()
    about: dict[str, Person] = {}
    for quota in filter(None, (quota_of(council, way) for way in ways)):
        if person.holds(frozenset(quota.roles)):
            about |= {one.id: one for one in subjects_of(quota, person, people, today)}
    every = [way for way in council.framework.feedback if way.on]
    may_ask = any("reported" in way.prompted_when for way in every)
    surveys = [w for w in every if w.own and (runs or person.holds(frozenset(w.asked_by)))]
    return Options(
        ways=tuple(ways), about=tuple(about.values()), may_ask=may_ask, surveys=tuple(surveys)
    )


def quota_of(council: Council, way: FeedbackRule) -> Quota | None:
    """The quota that pieces of this way count for."""
    every = council.framework.quotas
    return next((quota for quota in every if quota.key == way.counts_for), None)
