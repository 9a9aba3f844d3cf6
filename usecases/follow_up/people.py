"""Who has which part in what follows, found when the moment comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from domain.cases.case import Case
from domain.follow_up.step import Party, Step
from domain.frameworks.framework import Framework
from domain.frameworks.parts import Relation
from domain.people.on_record import People, on_record
from domain.people.person import Person
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds the people of one record, and of the council's roles."""

    framework: Framework
    case: Case
    people: People
    today: date

    def find(self, *, roles: Iterable[str] = (), relations: Iterable[Relation] = ()) -> list[str]:
        """Those of the record, then the holders of the roles, each once; nobody who has left.

        A role that a record has somebody for means that person: its own team manager, its own
        head of service. Where there is none it means everybody with the role if that is a senior
        one, and else nobody: a child's record is not for every team manager of the council.
        """
        found = self._of_record(relations)
        for role in roles:
            found += self._of_role(role)
        return list(dict.fromkeys(found))

    def _of_role(self, role: str) -> list[str]:
        relation = next((known for known in get_args(Relation) if known == role), None)
        known = self.framework.roles.get(role)
        theirs = self._of_record((relation,)) if relation else []
        if theirs or (relation and not (known and known.senior)):
            return theirs
        return sorted(p.id for p in self.people.values() if role in p.roles and self._here(p))

    def _of_record(self, relations: Iterable[Relation]) -> list[str]:
        found = on_record(tuple(relations), self.case, self.people)
        return [each for each in found if self._here(self.people[each])]

    def _here(self, person: Person) -> bool:
        return person.here_on(self.today)


def parties(part: str, people: Iterable[str]) -> list[Party]:
    """The same part for several people."""
    return [Party(part=part, person_id=each) for each in people]


async def parts_of(uow: UnitOfWork, step: Step, person: Person, today: date) -> frozenset[str]:
    """The parts that somebody has in a step, their own and those that they cover for today."""
    own = step.parts_of([person.id])
    holders = {party.person_id for party in step.parties} - {person.id}
    absent = [found for each in sorted(holders) if (found := await uow.people.get(each))]
    away = [(one.id, one.absence_on(today)) for one in absent]
    covered = [each for each, absence in away if absence and absence.cover == person.id]
    return own | step.parts_of(covered)
