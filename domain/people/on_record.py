"""Who somebody is to a record: its worker, its managers, its reviewing officer, its chair."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from domain.audits.by_design import ByDesign, designated
from domain.cases.case import Case
from domain.frameworks.parts import Relation
from domain.people.lines import first_above
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


def on_record(relations: tuple[Relation, ...], case: Case, people: People) -> dict[str, str]:
    """The people of those relations, each with the first relation that names them.

    Auditors are not of the record; their relations are passed over here.
    """
    found: dict[str, str] = {}
    for relation in relations:
        person = _FINDERS[relation](case, people) if relation in _FINDERS else None
        if person:
            found.setdefault(person.id, relation)
    return found
