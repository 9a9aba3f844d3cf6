"""Seats whose holder is found on the record and not drawn (HER-03)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from domain.cases.case import Case
from domain.people.lines import managers_of
from domain.people.person import Person

TEAM_MANAGER = "team_manager"


class ByDesign(StrEnum):
    """Who of the record's own people holds the seat."""

    TEAM_MANAGER = "case_team_manager"
    LINE_MANAGER = "case_line_manager"
    IRO = "case_iro"
    CP_CHAIR = "case_cp_chair"

    @property
    def said(self) -> str:
        """The words after "this record has no": ``team manager``."""
        return {
            ByDesign.TEAM_MANAGER: "team manager",
            ByDesign.LINE_MANAGER: "line manager above its worker",
            ByDesign.IRO: "independent reviewing officer",
            ByDesign.CP_CHAIR: "CP chair",
        }[self]


def designated(case: Case, who: ByDesign, people: Mapping[str, Person]) -> Person | None:
    """The person of the record whom the framework names; None where the record has none."""
    worker = people.get(case.worker or "")
    if who is ByDesign.LINE_MANAGER:
        return people.get((worker.line_manager if worker else None) or "")
    if who is ByDesign.IRO:
        return people.get(case.iro or "")
    if who is ByDesign.CP_CHAIR:
        return people.get(case.cp_chair or "")
    return _team_manager(case, worker, people)


def _team_manager(case: Case, worker: Person | None, people: Mapping[str, Person]) -> Person | None:
    """Of several in one team the nearest above the worker, or else the first by id."""
    here = [p for p in people.values() if p.team == case.team and TEAM_MANAGER in p.roles]
    if not case.team or not here:
        return None
    line = [p.id for p in managers_of(worker, people)] if worker else []
    place = {person_id: place for place, person_id in enumerate(line)}
    return min(here, key=lambda p: (p.left_on is not None, place.get(p.id, len(line)), p.id))
