from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.audits.by_design import ByDesign, designated
from domain.audits.eligibility import Requirement, why_not
from domain.cases.case import Case
from domain.people.person import Absence, Person
from tests.domain.audits.council import (
    FIRST,
    IRO,
    LAST,
    NORTH,
    PEER,
    PEOPLE,
    PSW,
    SM,
    SOUTH,
    TM,
    changed,
    person,
)

ANYBODY = Requirement(
    roles=frozenset(role for someone in PEOPLE.values() for role in someone.roles)
)


def reason(
    person_id: str,
    case: Case = NORTH,
    rule: Requirement = ANYBODY,
    people: dict[str, Person] = PEOPLE,
) -> str | None:
    return why_not(people[person_id], case, rule, people, FIRST, LAST)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("will", "works on this record"),
        ("ivy", "is this child's independent reviewing officer"),
        ("wendy", "is in the record's team"),
        ("nora", "is in the record's team"),
        ("sam", "manages the worker"),
        ("head", "manages the worker"),
        ("sid", None),
        ("sona", None),
        ("sol", None),
        ("ira", None),
    ],
)
def test_nobody_looks_at_work_of_their_own_team_or_line(who: str, said: str | None) -> None:
    assert reason(who) == said


def test_the_chair_of_the_conferences_is_not_eligible() -> None:
    assert reason("ike", replace(NORTH, cp_chair="ike")) == "chairs this child's conferences"


def test_somebody_whom_the_worker_manages_is_not_eligible() -> None:
    people = changed("ira", line_manager="sona") | {"ian": person("ian", IRO, "Review", "ira")}
    case = replace(SOUTH, worker="sona", team="Elsewhere")
    assert reason("ian", case, people=people) == "is managed by the worker"


def test_managers_of_the_team_are_not_eligible_while_nobody_works_on_the_record() -> None:
    assert reason("sam", replace(NORTH, worker=None)) == "manages the record's team"
    assert reason("sam", replace(NORTH, worker="unknown")) == "manages the record's team"
    assert reason("sid", replace(NORTH, worker=None)) is None


def test_records_without_a_team_share_no_team() -> None:
    case = replace(NORTH, team="", worker=None)
    assert reason("ira", case, people=changed("ira", team="")) is None


def test_a_seat_that_asks_for_no_independence_still_bars_own_work() -> None:
    rule = replace(ANYBODY, independent=False)
    assert reason("sam", rule=rule) is None
    assert reason("nora", rule=rule) is None
    assert reason("will", rule=rule) == "works on this record"


def test_the_role_is_named_where_it_is_missing() -> None:
    said = "is not one of the independent reviewing officers or service managers"
    assert reason("sona", rule=PEER) == said
    titled = Requirement(roles=frozenset({PSW}), titles={PSW: "PSW"})
    assert reason("sona", rule=titled) == "is not one of the PSWs"


@pytest.mark.parametrize(
    ("left_on", "said"),
    [
        (date(2026, 10, 1), "has left"),
        (date(2026, 10, 22), "leaves on 22 October"),
        (date(2026, 10, 23), None),
    ],
)
def test_people_who_leave_before_it_is_due_are_not_eligible(left_on: date, said: str) -> None:
    assert reason("ira", people=changed("ira", left_on=left_on)) == said


def test_leave_bars_only_when_it_takes_most_of_the_time() -> None:
    week = Absence(first_day=date(2026, 10, 5), last_day=date(2026, 10, 9))
    more = Absence(first_day=date(2026, 10, 12), last_day=date(2026, 10, 30))
    assert reason("ira", people=changed("ira", absences=(week,))) is None
    away = reason("ira", people=changed("ira", absences=(week, more)))
    assert away == "is away from 5 October to 30 October"


def test_the_team_manager_is_the_lead_by_design() -> None:
    assert designated(NORTH, ByDesign.TEAM_MANAGER, PEOPLE) is PEOPLE["nora"]
    assert designated(replace(NORTH, team="New"), ByDesign.TEAM_MANAGER, PEOPLE) is None
    assert designated(replace(NORTH, team=""), ByDesign.TEAM_MANAGER, PEOPLE) is None


def test_of_two_team_managers_the_one_above_the_worker_leads() -> None:
    people = PEOPLE | {"ned": person("ned", TM, "North", "sam")}
    assert designated(NORTH, ByDesign.TEAM_MANAGER, people) is people["nora"]
    under_ned = people | {"will": replace(people["will"], line_manager="ned")}
    assert designated(NORTH, ByDesign.TEAM_MANAGER, under_ned) is people["ned"]
    without = designated(replace(NORTH, worker=None), ByDesign.TEAM_MANAGER, people)
    assert without is people["ned"]


def test_a_manager_who_left_leads_only_where_there_is_no_other() -> None:
    gone = changed("nora", left_on=date(2026, 1, 1))
    assert designated(NORTH, ByDesign.TEAM_MANAGER, gone) is gone["nora"]
    people = gone | {"zoe": person("zoe", TM, "North", "sam")}
    assert designated(NORTH, ByDesign.TEAM_MANAGER, people) is people["zoe"]


def test_others_by_design_are_found_on_the_record() -> None:
    case = replace(NORTH, cp_chair="ike")
    assert designated(case, ByDesign.IRO, PEOPLE) is PEOPLE["ivy"]
    assert designated(case, ByDesign.CP_CHAIR, PEOPLE) is PEOPLE["ike"]
    assert designated(case, ByDesign.LINE_MANAGER, PEOPLE) is PEOPLE["nora"]
    assert designated(replace(case, worker=None), ByDesign.LINE_MANAGER, PEOPLE) is None
    assert SM not in PEOPLE["nora"].roles
