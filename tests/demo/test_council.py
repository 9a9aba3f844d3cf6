from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from demo.council import AS_OF, CASES, PEOPLE, for_framework, make_council, write_council
from demo.names import FIRST, LAST
from imports.framework_files import load_framework

ROOT = Path(__file__).parents[2]
COUNCIL = make_council()
BY_NAME = {row["name"]: row for row in COUNCIL.people}
BY_ID = {row["id"]: row for row in COUNCIL.people}
DEMO_FRAMEWORKS = ("herefordshire", "sefton")


def roles_of(row: Mapping[str, str]) -> set[str]:
    return set(row["roles"].split(";"))


def line_of(person: str) -> list[set[str]]:
    """The roles of everyone above, nearest first."""
    above, found = BY_ID[person]["line_manager"], []
    while above:
        found.append(roles_of(BY_ID[above]))
        above = BY_ID[above]["line_manager"]
    return found


def test_the_files_beside_the_generator_are_what_it_writes(tmp_path: Path) -> None:
    council = for_framework(COUNCIL, load_framework(ROOT / "frameworks", "herefordshire"))
    write_council(council, tmp_path)
    for name in ("people.csv", "cases.csv"):
        assert (tmp_path / name).read_bytes() == (ROOT / "demo" / name).read_bytes()


def test_the_columns_are_those_of_the_import(tmp_path: Path) -> None:
    write_council(COUNCIL, tmp_path)
    for name, columns in (("people.csv", PEOPLE), ("cases.csv", CASES)):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert tuple(rows[0]) == columns
        assert {len(row) for row in rows} == {len(columns)}


def test_another_seed_makes_other_people_but_not_another_cast() -> None:
    other = {row["name"]: row for row in make_council(seed=1).people}
    assert len(other.keys() - BY_NAME.keys()) > 40
    assert other["Cora Lindley"] == BY_NAME["Cora Lindley"]


def test_another_day_moves_the_dates_and_nothing_else() -> None:
    later = make_council(as_of=AS_OF + timedelta(days=7))
    assert later.people == COUNCIL.people
    for then, now in zip(COUNCIL.cases, later.cases, strict=True):
        assert then["ref"] == now["ref"]
        assert date.fromisoformat(now["opened_on"]) - date.fromisoformat(
            then["opened_on"]
        ) == timedelta(days=7)


def test_it_is_big_enough_for_a_draw() -> None:
    teams = {row["team"] for row in COUNCIL.cases}
    assert (len(COUNCIL.people) >= 60, len(teams), len(COUNCIL.cases)) == (True, 9, 150)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Cora Lindley", "qa_team"),
        ("Cora Lindley", "quality_assurance_manager"),
        ("Ada Okafor", "practice_improvement_manager"),
        ("Ivo Hart", "independent_reviewing_officer"),
        ("Tess Marlow", "team_manager"),
        ("Mo Rahman", "qa_service_manager"),
        ("Jonah Peck", "practice_improvement_manager"),
        ("Priya Nair", "social_worker"),
        ("Helen Brandt", "assistant_director"),
        ("Helen Brandt", "service_director"),
        ("Lena Frost", "safeguarding_review_service_manager"),
    ],
)
def test_the_cast_of_the_documents_is_there(name: str, role: str) -> None:
    assert role in roles_of(BY_NAME[name])


def test_the_stranger_is_not() -> None:
    assert not [name for name in BY_NAME if name.startswith("Zed")]


def test_nobody_shares_an_id_a_name_or_an_address_with_anybody() -> None:
    for column in ("id", "name", "email", "aad_object_id"):
        assert max(Counter(row[column] for row in COUNCIL.people).values()) == 1


def test_addresses_lead_nowhere() -> None:
    assert all(re.fullmatch(r"[a-z.]+@example\.org", row["email"]) for row in COUNCIL.people)


def test_there_are_names_for_every_made_up_post() -> None:
    assert len(set(FIRST)) == len(FIRST) == len(set(LAST)) == len(LAST) >= len(COUNCIL.people) - 9


def test_every_manager_is_in_the_list_and_every_line_ends_at_the_director() -> None:
    for row in COUNCIL.people:
        top = line_of(row["id"])[-1] if row["line_manager"] else roles_of(row)
        assert "director_of_childrens_services" in top


def test_the_line_above_a_practitioner_goes_up_level_by_level() -> None:
    levels = [
        "team_manager",
        "service_manager",
        "head_of_service",
        "assistant_director",
        "director_of_childrens_services",
    ]
    workers = {row["worker"] for row in COUNCIL.cases}
    for worker in workers:
        assert all(role in roles for role, roles in zip(levels, line_of(worker), strict=True))


def test_those_who_review_plans_stand_outside_every_teams_line() -> None:
    reviewers = {row[column] for row in COUNCIL.cases for column in ("iro", "cp_chair")} - {""}
    assert len(reviewers) > 5
    for reviewer in reviewers:
        assert "team_manager" not in set().union(*line_of(reviewer))


def test_a_record_lies_with_its_workers_team_and_service() -> None:
    for row in COUNCIL.cases:
        worker = BY_ID[row["worker"]]
        assert (row["team"], row["service"]) == (worker["team"], worker["service"])
        assert "practitioner" in roles_of(worker)


def test_a_child_who_is_cared_for_has_an_iro_and_no_other_has() -> None:
    for row in COUNCIL.cases:
        assert (row["cared_for"] == "yes") == bool(row["iro"])
        assert not (row["iro"] and row["cp_chair"])


def test_references_are_unique_and_hold_no_name() -> None:
    refs = [row["ref"] for row in COUNCIL.cases]
    assert len(set(refs)) == len(refs)
    assert all(re.fullmatch(r"C-\d{5}", ref) for ref in refs)


def test_the_records_that_the_documents_tell_of_lie_with_tess_marlows_team() -> None:
    shown = {row["ref"]: row for row in COUNCIL.cases if row["ref"] in {"C-23087", "C-24113"}}
    assert {row["team"] for row in shown.values()} == {BY_NAME["Tess Marlow"]["team"]}
    assert shown["C-24113"]["worker"] == BY_NAME["Priya Nair"]["id"]
    assert shown["C-24113"]["iro"] == BY_NAME["Ivo Hart"]["id"]
    assert {row["status"] for row in shown.values()} == {"open"}


def test_dates_are_working_days_in_order_and_some_supervision_is_long_ago() -> None:
    long_ago = 0
    for row in COUNCIL.cases:
        opened = date.fromisoformat(row["opened_on"])
        last = date.fromisoformat(row["last_supervision_on"] or row["opened_on"])
        assert opened <= last < AS_OF
        assert max(opened.weekday(), last.weekday()) < 5
        long_ago += bool(row["last_supervision_on"]) and last < AS_OF - timedelta(days=184)
    assert long_ago >= 1


@pytest.mark.parametrize("framework_id", DEMO_FRAMEWORKS)
def test_each_frameworks_auditors_and_panels_have_holders(framework_id: str) -> None:
    framework = load_framework(ROOT / "frameworks", framework_id)
    held = set().union(*(roles_of(row) for row in COUNCIL.people))
    assert held & framework.coordinators
    for programme in framework.programmes.values():
        for seat in programme.seats:
            assert set(seat.eligible_roles) & held, seat.key
        for place in programme.moderation.panel if programme.moderation else ():
            assert set(place.roles) & held, place.key


@pytest.mark.parametrize("framework_id", DEMO_FRAMEWORKS)
def test_each_framework_finds_records_in_every_service_that_it_draws_from(
    framework_id: str,
) -> None:
    framework = load_framework(ROOT / "frameworks", framework_id)
    services = {row["service"] for row in COUNCIL.cases if row["status"] == "open"}
    for programme in framework.programmes.values():
        assert set(programme.selection.services) <= services


def test_every_role_is_known_to_one_of_the_frameworks() -> None:
    known = set().union(
        *(load_framework(ROOT / "frameworks", name).roles for name in DEMO_FRAMEWORKS)
    )
    held = set().union(*(roles_of(row) for row in COUNCIL.people))
    assert held <= known
