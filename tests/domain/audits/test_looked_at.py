"""What an audit looks at beside a child's record, and the places of a sample in its form."""

from __future__ import annotations

from datetime import date

import pytest

from domain.audits.looked_at import (
    LONGEST,
    new_setting,
    record_of,
    sample_ref,
    sampled,
    say_answers,
    settings,
    stale,
    supervisions,
    team_ref,
    teams,
    with_sample,
)
from domain.cases.case import Case, CaseKind
from domain.faults import Fault
from domain.frameworks.programme import Programme
from domain.frameworks.selection import SampleRule
from tests.cast import CASES, NORTH, PEOPLE, SOUTH
from tests.town import framework

TODAY = date(2026, 11, 21)


def programme(council: str, key: str) -> Programme:
    return framework(council).programme(key)


def test_every_team_of_the_records_and_of_the_staff_is_one() -> None:
    found = teams(PEOPLE.values(), CASES.values(), TODAY)
    assert found[team_ref(NORTH)].service == "Safeguarding"
    assert "Team Complaints" in found
    assert {case.kind for case in found.values()} == {CaseKind.TEAM}
    assert set(teams((), CASES.values(), TODAY)) == {team_ref(NORTH), team_ref(SOUTH)}


def test_a_long_name_is_cut_and_still_told_apart() -> None:
    one, other = team_ref("x" * 90 + "a"), team_ref("x" * 90 + "b")
    assert len(one) <= LONGEST
    assert one != other


def test_a_teams_reference_is_no_records() -> None:
    assert " " in team_ref("T1")


def test_supervision_is_that_of_workers_with_a_manager_and_an_open_record() -> None:
    found = supervisions(PEOPLE, CASES.values())
    assert {case.worker for case in found.values()} == {"wes", "wanda", "will"}
    assert supervisions(PEOPLE, [Case(ref="C-1", worker="hal")]) == {}


def test_the_same_seed_draws_the_same_sample_in_any_order() -> None:
    team = Case(ref="Team", kind=CaseKind.TEAM, team=NORTH)
    rule = SampleRule(number=2, asks=("Seen?",))
    drawn = sampled(team, rule, CASES.values(), 7)
    assert drawn == sampled(team, rule, reversed(CASES.values()), 7)
    assert len({case.ref for case in drawn}) == 2
    assert {case.team for case in drawn} == {NORTH}
    assert len({sampled(team, rule, CASES.values(), seed) for seed in range(20)}) > 1
    assert sampled(team, None, CASES.values(), 7) == ()


def test_the_same_occasion_has_the_same_sample() -> None:
    dip = programme("leicestershire", "dip_sample")
    assert sample_ref(dip, "a") == sample_ref(dip, "a") != sample_ref(dip, "b")
    assert sample_ref(dip, "a").startswith("Dip sample ")


def test_each_record_of_a_sample_has_a_place_of_its_own() -> None:
    dip = programme("leicestershire", "dip_sample")
    case = Case(ref="Dip sample 1", kind=CaseKind.SAMPLE, records=("C-1", "C-2"))
    form = with_sample(dip, case)
    assert [area.name for area in form.areas[-2:]] == ["C-1", "C-2"]
    assert [area.number for area in form.areas] == [1, 2, 3, 4]
    assert [answer.key for answer in form.areas[2].answers] == ["yes", "in_part", "no"]
    assert [record_of(dip, case, number) for number in (2, 3, 4, 5)] == [None, "C-1", "C-2", None]


def test_a_record_of_its_own_has_no_more_places() -> None:
    dip = programme("leicestershire", "dip_sample")
    assert with_sample(dip, Case(ref="C-1")) is dip


def test_a_setting_is_of_its_kind_and_open() -> None:
    rule = programme("city-of-london", "early_years_audit").selection
    nursery = new_setting("  Harbour   House ", rule)
    assert (nursery.ref, nursery.service) == ("Harbour House", "Early Years settings")
    other = Case(ref="Elm", kind=CaseKind.SETTING, service="fostering agencies")
    known = {nursery.ref: nursery, other.ref: other}
    assert settings(known, rule) == {nursery.ref: nursery}


@pytest.mark.parametrize("name", ["", "   ", "123", "x" * 65])
def test_what_is_no_name_of_a_setting_is_refused(name: str) -> None:
    rule = programme("city-of-london", "early_years_audit").selection
    with pytest.raises(Fault, match="I need a name"):
        new_setting(name, rule)


def test_who_waited_longest_comes_first() -> None:
    last = {"A": date(2025, 1, 1), "B": date(2024, 1, 1), "C": date(2026, 6, 1)}
    assert stale(last, ["A", "B", "C", "D"], date(2025, 5, 21)) == ["D", "B", "A"]


def test_answers_are_counted() -> None:
    assert say_answers(["Yes", "No", "Yes"]) == "2 Yes, 1 No"
