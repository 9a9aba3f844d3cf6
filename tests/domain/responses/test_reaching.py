from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from domain.people.person import Absence, Person
from domain.responses.reaching import Reach
from tests.cast import CASES, PEOPLE

TODAY = date(2026, 11, 17)
AWAY = Absence(first_day=date(2026, 11, 16), last_day=date(2026, 11, 20), cover="mo")
ALL = frozenset(PEOPLE)


def reach(
    people: Mapping[str, Person] = PEOPLE, reachable: frozenset[str] = ALL, ref: str = "C-24113"
) -> Reach:
    return Reach(case=CASES[ref], people=people, today=TODAY, reachable=reachable)


def changed(**people: Person) -> dict[str, Person]:
    return {**PEOPLE, **people}


def test_it_finds_the_managers_of_the_record() -> None:
    assert reach().of_relations(("service_manager", "team_manager")) == ["sam", "theo"]


def test_a_cover_stands_in_for_whoever_is_away() -> None:
    away = changed(sam=replace(PEOPLE["sam"], absences=(AWAY,)))
    assert reach(away).of_relations(("service_manager",)) == ["mo"]


def test_without_a_cover_the_next_above_has_it() -> None:
    away = changed(sam=replace(PEOPLE["sam"], absences=(replace(AWAY, cover=None),)))
    assert reach(away).of_relations(("service_manager",)) == ["hal"]


def test_a_cover_who_is_away_too_is_passed_over() -> None:
    mo = replace(PEOPLE["mo"], absences=(replace(AWAY, cover=None),))
    away = changed(sam=replace(PEOPLE["sam"], absences=(AWAY,)), mo=mo)
    assert reach(away).of_relations(("service_manager",)) == ["hal"]


def test_whoever_cannot_be_reached_keeps_the_card_and_the_next_above_has_it_now() -> None:
    found = reach(reachable=ALL - {"sam"}).of_relations(("service_manager",))
    assert found == ["sam", "hal"]


def test_whoever_has_left_has_nothing() -> None:
    gone = changed(sam=replace(PEOPLE["sam"], left_on=TODAY))
    assert reach(gone).of_relations(("service_manager",)) == ["hal"]


def test_where_the_record_has_no_service_manager_the_line_above_it_has_it() -> None:
    none = {key: one for key, one in PEOPLE.items() if key != "sam"}
    none["theo"] = replace(none["theo"], line_manager="hal")
    assert reach(none).of_relations(("service_manager",)) == ["theo"]


def test_a_record_without_a_worker_is_found_by_its_team() -> None:
    alone = replace(reach(), case=replace(CASES["C-24113"], worker=None))
    assert alone.of_relations(("service_manager", "team_manager")) == ["sam", "theo"]


def test_nobody_is_made_up_for_a_reviewing_officer_that_a_record_lacks() -> None:
    assert reach(ref="C-24205").of_relations(("iro",)) == []


def test_up_goes_to_the_nearest_who_has_not_got_it() -> None:
    assert reach().above(["sam"]) == ["hal"]
    assert reach().above(["theo"]) == ["sam"]
    assert reach().above(["sam", "hal"]) == []


def test_up_passes_over_whoever_cannot_be_reached() -> None:
    assert reach(reachable=ALL - {"sam"}).above(["theo"]) == ["sam", "hal"]


def test_a_role_is_the_nearest_holder_above_or_else_everybody_with_it() -> None:
    assert reach().of_roles(["head_of_service"]) == ["hal"]
    assert reach().of_roles(["independent_reviewing_officer"]) == ["ada", "ivy"]
    assert reach().of_roles(["nobody_has_it"]) == []
