"""A small council out of a framework alone: every role is held, every service has a team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from demo.names import FIRST, LAST
from domain.cases.case import Case
from domain.frameworks.framework import Framework
from domain.frameworks.selection import PerService
from domain.people.person import Person

FEW = 2
"""Teams of so many of the services that a programme names: enough for every rule of it."""
WORKERS = 2
RECORDS = 2
AUDITORS, MANY = 2, 5
"""Holders of each role that audits, where fewer than so many roles do; else one each."""
LEADERS = "Leadership"
LINE = ("head_of_service", "service_manager", "team_manager")
WORK = ("social_worker", "practitioner")
SERVICES = ("Safeguarding", "Children in Care")
REVIEWING, CHAIRING = "independent_reviewing_officer", "child_protection_chair"
LONG_AGO = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Folk:
    """Who is there, and the records."""

    people: tuple[Person, ...]
    cases: tuple[Case, ...]


def make_folk(framework: Framework, day: date) -> Folk:
    """The same people and records for the same framework and day."""
    people = tuple(_Hiring(framework).people())
    return Folk(people=people, cases=tuple(_cases(people, day)))


def services_of(framework: Framework) -> tuple[str, ...]:
    """The services that the framework names, or some where it names none."""
    named: list[str] = []
    for programme in framework.programmes.values():
        rule = programme.selection
        named += rule.services[:FEW]
        named += rule.count.numbers if isinstance(rule.count, PerService) else ()
        named += (name for left_out in rule.left_out for name in left_out.names)
    return tuple(dict.fromkeys(named)) or SERVICES


class _Hiring:
    """Fills posts from the top down, so that everybody's manager is there before them."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._ids = count(1)
        names = zip(FIRST * 2, LAST + LAST[7:], strict=False)
        self._names = (f"{first} {last}" for first, last in names)
        self._held: set[str] = set()

    def people(self) -> Iterator[Person]:
        """The line of every service, then whoever holds each role that is left."""
        top = self._post(*self._known("director_of_childrens_services"), under=None)
        head = self._post(*self._known("head_of_service"), under=top.id)
        yield from (top, head)
        for service in services_of(self._framework):
            yield from self._line(service, head.id)
        auditing = self._auditing()
        each = AUDITORS if len(auditing) < MANY else 1
        for role in self._framework.roles:
            if role not in self._held:
                for _ in range(each if role in auditing else 1):
                    yield self._post(role, under=head.id, team=f"Team of {role}")

    def _line(self, service: str, head: str) -> Iterator[Person]:
        above = self._post(*self._known("service_manager"), under=head, service=service)
        team = f"{service} team"
        boss = self._post(*self._known("team_manager"), under=above.id, service=service, team=team)
        yield from (above, boss)
        for _ in range(WORKERS):
            yield self._post(*self._known(*WORK), under=boss.id, service=service, team=team)

    def _post(
        self, *roles: str, under: str | None, service: str = LEADERS, team: str = ""
    ) -> Person:
        number = f"P{next(self._ids)}"
        name = next(self._names)
        self._held |= set(roles)
        return Person(
            id=number,
            name=name,
            email=f"{name.lower().replace(' ', '.')}@example.org",
            aad_object_id=f"account-{number}",
            roles=frozenset(roles),
            team=team,
            service=service,
            line_manager=under,
        )

    def _known(self, *roles: str) -> list[str]:
        return [role for role in roles if role in self._framework.roles]

    def _auditing(self) -> frozenset[str]:
        every = self._framework.programmes.values()
        return frozenset(role for p in every for seat in p.seats for role in seat.eligible_roles)


def _cases(people: tuple[Person, ...], day: date) -> Iterator[Case]:
    """Some records for each worker's team; one of them had no supervision for long."""
    numbers = count(1001)
    reviewing = [p.id for p in people if REVIEWING in p.roles]
    chairing = [p.id for p in people if CHAIRING in p.roles]
    for team in dict.fromkeys(p.team for p in people if p.holds(frozenset(WORK)) and p.team):
        workers = [p for p in people if p.team == team and p.holds(frozenset(WORK))]
        for place in range(RECORDS if len(workers) > 1 else 1):
            number = next(numbers)
            long_ago = number == 1001
            yield Case(
                ref=f"C-{number}",
                team=team,
                service=workers[0].service,
                worker=workers[place % len(workers)].id,
                iro=reviewing[place % len(reviewing)] if reviewing and place % 2 else None,
                cp_chair=chairing[0] if chairing and not place % 2 else None,
                cared_for=bool(place % 2),
                opened_on=day - timedelta(days=300 + number % 50),
                last_supervision_on=day - (LONG_AGO if long_ago else timedelta(days=9)),
            )
