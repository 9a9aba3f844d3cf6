"""Who may take a seat, and why somebody may not (E-08, E-17, E-53).

Reasons are fragments that follow a name: "Ada Byrne" + "is in the record's team".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.calendar.wording import say_date
from domain.cases.case import Case, CaseKind
from domain.people.lines import managers_of, manages
from domain.people.person import Person
from domain.people.roles import say_roles


class Bar(StrEnum):
    """A kind of reason; the value follows a number: "2 in the worker's line"."""

    ROLE = "without the role"
    LEFT = "leaving before it is due"
    AWAY = "away"
    EXCUSED = "excused from other audits"
    OWN_WORK = "at work on this record"
    TEAM = "in this team"
    LINE = "in the worker's line"
    OTHER_SEAT = "already in another seat of this audit"
    DECLINED = "unable to take it"
    FULL = "with as many audits as one person may hold"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why not: the kind of reason, and the fragment that follows the name."""

    bar: Bar
    said: str


OWN = {CaseKind.SUPERVISION: "would read about their own supervision"}
IN_TEAM = Obstacle(Bar.TEAM, "is in the record's team")
OVER_WORKER = Obstacle(Bar.LINE, "manages the worker")
OVER_TEAM = Obstacle(Bar.LINE, "manages the record's team")
UNDER_WORKER = Obstacle(Bar.LINE, "is managed by the worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a seat asks of its holder: one of the roles and, as a rule, independence.

    ``titles`` are the roles' names as people say them, by key.
    """

    roles: frozenset[str]
    independent: bool = True
    titles: Mapping[str, str] = field(default_factory=dict)

    def holders(self, *, joint: str = "or", count: int = 2) -> str:
        """The people meant: ``CP chairs or service managers``."""
        return say_roles(self.roles, self.titles, joint=joint, count=count)


def why_not(
    person: Person,
    case: Case,
    rule: Requirement,
    people: Mapping[str, Person],
    first_day: date,
    last_day: date,
) -> str | None:
    """Why the person may not take the seat from the first to the last day; None if they may.

    Two seats of one audit and earlier refusals are the allocation's to know.
    """
    if not person.holds(rule.roles):
        return f"is not one of the {rule.holders()}"
    found = absent(person, first_day, last_day) or tie(person, case, rule, people)
    return found.said if found else None


def absent(person: Person, first_day: date, last_day: date) -> Obstacle | None:
    """What keeps the person from any work between the two days."""
    if not person.here_on(first_day):
        return Obstacle(Bar.LEFT, "has left")
    if person.left_on and person.left_on <= last_day:
        return Obstacle(Bar.LEFT, f"leaves on {say_date(person.left_on)}")
    if person.away_through(first_day, last_day):
        return Obstacle(Bar.AWAY, _away(person, first_day, last_day))
    return None


def tie(
    person: Person, case: Case, rule: Requirement, people: Mapping[str, Person]
) -> Obstacle | None:
    """What ties the person to the record, if anything that matters for this seat."""
    return ties([person], case, rule, people).get(person.id)


def bosses(people: Mapping[str, Person]) -> frozenset[str]:
    """Everybody who is somebody's line manager, by id."""
    return frozenset(one.line_manager for one in people.values() if one.line_manager)


def ties(
    who: Iterable[Person],
    case: Case,
    rule: Requirement,
    people: Mapping[str, Person],
    managers: frozenset[str] | None = None,
) -> dict[str, Obstacle]:
    """What ties each of them to the record; whoever sees it with fresh eyes is not in it.

    ``managers`` are the ``bosses`` of the people, where they are known already.
    """
    bonds = own_work(case)
    who = list(who)
    if rule.independent:
        lines = _lines(who, case, people, bosses(people) if managers is None else managers)
        team = {p.id: IN_TEAM for p in who if case.team and p.team == case.team}
        bonds = lines | team | bonds  # the nearest tie is the one to be told
    return {person.id: bonds[person.id] for person in who if person.id in bonds}


def own_work(case: Case) -> dict[str, Obstacle]:
    """The people whose own work the record is, by id: chair, reviewing officer, worker."""
    parts = (
        (case.cp_chair, "chairs this child's conferences"),
        (case.iro, "is this child's independent reviewing officer"),
        (case.worker, OWN.get(case.kind, "works on this record")),
    )
    return {person: Obstacle(Bar.OWN_WORK, said) for person, said in parts if person}


def _lines(
    who: Iterable[Person], case: Case, people: Mapping[str, Person], managers: frozenset[str]
) -> dict[str, Obstacle]:
    """Who stands above or below the worker; above the team while there is no worker."""
    worker = people.get(case.worker or "")
    if not worker:
        team = [p for p in people.values() if case.team and p.team == case.team]
        return {above.id: OVER_TEAM for member in team for above in managers_of(member, people)}
    lines = {above.id: OVER_WORKER for above in managers_of(worker, people)}
    if worker.id in managers:
        lines |= {p.id: UNDER_WORKER for p in who if manages(worker, p, people)}
    return lines


def _away(person: Person, first: date, last: date) -> str:
    spells = [away for away in person.absences if away.overlaps(first, last)]
    begins, ends = min(s.first_day for s in spells), max(s.last_day for s in spells)
    return f"is away from {say_date(begins)} to {say_date(ends)}"
