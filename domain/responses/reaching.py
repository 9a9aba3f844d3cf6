"""Who gets it when somebody is away, cannot be reached, or is not there at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.audits.by_design import ByDesign, designated
from domain.cases.case import Case
from domain.frameworks.parts import Relation
from domain.people.lines import first_above, managers_of
from domain.people.on_record import on_record
from domain.people.person import Person

MANAGE = frozenset({"team_manager", "line_manager", "service_manager", "head_of_service"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The people around one record today; ``reachable`` are those whom Teams can reach."""

    case: Case
    people: Mapping[str, Person]
    today: date
    reachable: frozenset[str]

    def of_relations(self, relations: Iterable[Relation]) -> list[str]:
        """Whoever holds each of them today; where the record has no such manager, the next above.

        Somebody whom Teams cannot reach keeps the card for when they come, and the next above
        gets it now.
        """
        found: list[str] = []
        for relation in relations:
            theirs = on_record((relation,), self.case, self.people)
            for person_id in theirs:
                found += self.holding(self.people[person_id])
            if not theirs and relation in MANAGE and (start := self._foot()):
                found += self._first_held(managers_of(start, self.people))
        return list(dict.fromkeys(found))

    def of_roles(self, roles: Iterable[str]) -> list[str]:
        """The nearest holder of each role above the record, or else everybody who has it."""
        found: list[str] = []
        start = self._foot()
        for role in roles:
            above = first_above(start, frozenset({role}), self.people) if start else None
            theirs = [above] if above else self._all_with(role)
            found += [each for person in theirs for each in self.holding(person)]
        return list(dict.fromkeys(found))

    def holding(self, person: Person) -> list[str]:
        """Those who have it in that person's place today, up to one whom Teams can reach."""
        return self._first_held((person, *managers_of(person, self.people)))

    def above(self, on_it: Iterable[str]) -> list[str]:
        """The next level above whoever has it already; empty where nobody is left."""
        known = [self.people[each] for each in on_it if each in self.people]
        has = {person.id for person in known}
        for person in reversed(known):
            higher = (each for each in managers_of(person, self.people) if each.id not in has)
            if new := [each for each in self._first_held(higher) if each not in has]:
                return new
        return []

    def _first_held(self, line: Iterable[Person]) -> list[str]:
        found: list[str] = []
        for person in line:
            if (stands := self._stands_for(person)) is None:
                continue
            found.append(stands)
            if stands in self.reachable:
                break
        return found

    def _stands_for(self, person: Person) -> str | None:
        """The person, their cover while they are away, or nobody."""
        if not person.here_on(self.today):
            return None
        absence = person.absence_on(self.today)
        if absence is None:
            return person.id
        cover = self.people.get(absence.cover or "")
        here = cover and cover.here_on(self.today) and not cover.absence_on(self.today)
        return cover.id if cover and here else None

    def _foot(self) -> Person | None:
        """Where the line of the record begins."""
        worker = self.people.get(self.case.worker or "")
        return worker or designated(self.case, ByDesign.TEAM_MANAGER, self.people)

    def _all_with(self, role: str) -> list[Person]:
        theirs = [p for p in self.people.values() if role in p.roles and p.here_on(self.today)]
        return sorted(theirs, key=lambda person: person.id)
