"""Who somebody is to a record, for notices and findings."""

from __future__ import annotations

from dataclasses import replace

from domain.frameworks.parts import Relation
from domain.people.on_record import on_record
from tests.cast import CASES, PEOPLE

SOUTH = CASES["C-24113"]
EVERYBODY: tuple[Relation, ...] = (
    "worker",
    "team_manager",
    "line_manager",
    "service_manager",
    "head_of_service",
    "iro",
    "cp_chair",
)


def test_everybody_of_the_record_is_found_with_the_first_relation() -> None:
    case = replace(SOUTH, cp_chair="chip")
    assert on_record(EVERYBODY, case, PEOPLE) == {
        "will": "worker",
        "theo": "team_manager",
        "sam": "service_manager",
        "hal": "head_of_service",
        "ivy": "iro",
        "chip": "cp_chair",
    }


def test_only_the_relations_that_are_asked_for_are_found() -> None:
    assert on_record(("worker", "iro"), SOUTH, PEOPLE) == {"will": "worker", "ivy": "iro"}


def test_the_order_decides_which_relation_names_somebody() -> None:
    assert on_record(("line_manager", "team_manager"), SOUTH, PEOPLE) == {"theo": "line_manager"}


def test_a_record_without_a_worker_has_the_line_of_its_team() -> None:
    case = replace(SOUTH, worker=None)
    assert on_record(("worker", "service_manager", "line_manager"), case, PEOPLE) == {
        "sam": "service_manager"
    }


def test_people_who_are_not_in_the_staff_list_are_passed_over() -> None:
    case = replace(SOUTH, worker="gone", iro="gone", cp_chair="gone")
    assert on_record(("worker", "iro", "cp_chair"), case, PEOPLE) == {}


def test_a_record_without_a_team_or_a_worker_has_nobody() -> None:
    assert on_record(EVERYBODY, replace(SOUTH, team="", worker=None, iro=None), PEOPLE) == {}


def test_auditors_are_not_of_the_record() -> None:
    assert on_record(("auditors", "worker"), SOUTH, PEOPLE) == {"will": "worker"}
