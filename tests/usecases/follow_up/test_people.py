"""Who has which part: of the record first, of the whole council only where the role is senior."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.cases.case import Case
from domain.people.person import Person
from tests.cast import CASES, HAL, PEOPLE
from tests.town import framework
from usecases.follow_up.people import Finder

TODAY = date(2026, 12, 1)
RECORD = CASES["C-23087"]
OTHER_HEAD = Person(id="hugo", name="Hugo Lane", roles=frozenset({"head_of_service"}))


def finder(*more: Person, case: Case = RECORD) -> Finder:
    people = {**PEOPLE, **{one.id: one for one in more}}
    return Finder(framework=framework("herefordshire"), case=case, people=people, today=TODAY)


def test_a_head_of_service_is_the_one_above_the_record() -> None:
    assert finder(OTHER_HEAD).find(roles=["head_of_service"]) == ["hal"]


def test_without_one_above_every_head_of_service_is_meant() -> None:
    found = finder(OTHER_HEAD, case=Case(ref="C-1", team="Nowhere"))
    assert found.find(roles=["head_of_service"]) == ["hal", "hugo"]


def test_a_record_without_a_team_manager_is_not_for_all_of_them() -> None:
    assert finder(case=Case(ref="C-1", team="Nowhere")).find(roles=["team_manager"]) == []


def test_a_role_that_no_record_has_is_everybody_with_it() -> None:
    quinn = Person(id="quinn", name="Quinn Alder", roles=frozenset({"qa_team"}))
    assert finder(quinn, replace(quinn, id="quy")).find(roles=["qa_team"]) == ["quinn", "quy"]


def test_whoever_has_left_has_no_part() -> None:
    gone = replace(HAL, left_on=date(2026, 11, 30))
    assert finder(gone, OTHER_HEAD).find(roles=["head_of_service"]) == ["hugo"]
    left = replace(PEOPLE["wes"], left_on=TODAY)
    assert finder(left).find(relations=["worker", "line_manager"]) == ["tess"]


def test_the_same_person_comes_once() -> None:
    """Tess is both: her worker's line manager and the team's manager."""
    found = finder().find(roles=["team_manager"], relations=["line_manager", "team_manager"])
    assert found == ["tess"]
