"""Who somebody is to a record: its worker, its managers, its reviewing officer, its chair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from domain.audits.by_design import ByDesign, designated
from domain.cases.case import Case, CaseKind
from domain.frameworks.parts import Relation
from domain.people.lines import first_above, manages
from domain.people.person import Person

People = Mapping[str, Person]


def _worker(case: Case, people: People) -> Person | None:
    return people.get(case.worker or "")


def _above(role: str) -> Callable[[Case, People], Person | None]:
    """The nearest holder of a role above the worker, or above the team's manager."""

    def find(case: Case, people: People) -> Person | None:
        start = _worker(case, people) or designated(case, ByDesign.TEAM_MANAGER, people)
        return first_above(start, frozenset({role}), people) if start else None

    return find


_FINDERS: Mapping[str, Callable[[Case, People], Person | None]] = {
    "worker": _worker,
    "team_manager": lambda case, people: designated(case, ByDesign.TEAM_MANAGER, people),
    "line_manager": lambda case, people: designated(case, ByDesign.LINE_MANAGER, people),
    "service_manager": _above("service_manager"),
    "head_of_service": _above("head_of_service"),
    "iro": lambda case, people: designated(case, ByDesign.IRO, people),
    "cp_chair": lambda case, people: designated(case, ByDesign.CP_CHAIR, people),
}


def on_records(
    relations: tuple[Relation, ...], cases: Iterable[Case], people: People
) -> dict[str, str]:
    """The same for everything that one audit looks at: a team with its sample, or a sample."""
    found: dict[str, str] = {}
    for case in cases:
        found |= {
            who: as_what
            for who, as_what in on_record(relations, case, people).items()
            if who not in found
        }
    return found


def on_record(relations: tuple[Relation, ...], case: Case, people: People) -> dict[str, str]:
    """The people of those relations, each with the first relation that names them.

    Auditors are not of the record; their relations are passed over here.
    """
    if case.kind is CaseKind.SERVICE:
        return _of_service(relations, case, people)
    found: dict[str, str] = {}
    for relation in relations:
        person = _FINDERS[relation](case, people) if relation in _FINDERS else None
        if person:
            found.setdefault(person.id, relation)
    return found


def _of_service(relations: tuple[Relation, ...], case: Case, people: People) -> dict[str, str]:
    """Everybody of the service, or below its head, who holds a role that is asked for (LEI-09)."""
    heads = [
        p for p in people.values() if p.service == case.service and "head_of_service" in p.roles
    ]
    members = [
        p
        for p in people.values()
        if p.service == case.service or any(manages(head, p, people) for head in heads)
    ]
    found: dict[str, str] = {}
    for relation in relations:
        for person in members:
            if relation in person.roles:
                found.setdefault(person.id, relation)
    return found
