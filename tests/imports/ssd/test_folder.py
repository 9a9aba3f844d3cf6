"""The dataset's tables as our lists, on the fictional extract that comes with the demo."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from domain.lists.table import Table
from imports.ssd.folder import read_ssd
from imports.unreadable import UnreadableFileFault

SAMPLE = Path(__file__).parents[3] / "demo" / "samples" / "ssd"
TITLES = {
    "Social Worker": "social_worker",
    "Team Manager": "team_manager",
    "Independent Reviewing Officer": "independent_reviewing_officer",
    "Child Protection Chair": "child_protection_chair",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "ssd"))


def change(folder: Path, table: str, before: str, after: str) -> None:
    path = folder / table
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def row(table: Table, key: str, value: str) -> dict[str, str]:
    (found,) = [dict(row.cells) for row in table.rows if row.cells[key] == value]
    return found


def test_a_worker_comes_with_team_service_and_the_role_of_the_title() -> None:
    people = read_ssd(SAMPLE, TITLES).people
    assert len(people.rows) == 7
    assert row(people, "id", "S-101") == {
        "id": "S-101",
        "name": "Rowan Tilly",
        "team": "Safeguarding North",
        "service": "Safeguarding",
        "roles": "social_worker",
    }
    assert people.rows[0].number == 2


def test_titles_that_no_role_is_known_for_are_counted_and_leave_roles_alone() -> None:
    lists = read_ssd(SAMPLE, TITLES)
    assert lists.untitled == {"Senior Social Worker": 1, "Business Support Officer": 1}
    assert "roles" not in row(lists.people, "id", "S-107")


def test_a_title_is_known_in_whatever_capitals() -> None:
    lists = read_ssd(SAMPLE, {**TITLES, "senior SOCIAL-worker": "social_worker"})
    assert row(lists.people, "id", "S-102")["roles"] == "social_worker"


def test_a_child_in_need_comes_with_the_allocated_worker() -> None:
    assert row(read_ssd(SAMPLE, TITLES).cases, "ref", "700101") == {
        "ref": "700101",
        "status": "open",
        "cared_for": "no",
        "opened_on": "12/01/2026",
        "worker": "S-101",
        "iro": "",
        "cp_chair": "",
        "team": "Safeguarding North",
        "service": "Safeguarding",
    }


def test_the_last_allocated_worker_counts_and_a_chair_is_a_chair() -> None:
    case = row(read_ssd(SAMPLE, TITLES).cases, "ref", "700102")
    assert (case["worker"], case["cp_chair"], case["iro"]) == ("S-101", "S-106", "")


def test_a_child_in_care_has_a_reviewing_officer_and_the_day_of_the_open_episode() -> None:
    case = row(read_ssd(SAMPLE, TITLES).cases, "ref", "700103")
    assert (case["cared_for"], case["iro"], case["opened_on"]) == ("yes", "S-105", "15/07/2025")
    assert (case["team"], case["service"]) == ("Children in Care South", "Children in Care")


def test_a_record_that_ended_says_no_more_than_that() -> None:
    case = row(read_ssd(SAMPLE, TITLES).cases, "ref", "700104")
    assert case == {"ref": "700104", "status": "closed"}


def test_children_without_plan_or_episode_are_not_taken() -> None:
    assert "700105" not in {row.cells["ref"] for row in read_ssd(SAMPLE, TITLES).cases.rows}


def test_without_any_plans_a_child_with_a_worker_is_an_open_record(folder: Path) -> None:
    for name in ("ssd_cin_plans.csv", "ssd_cp_plans.csv", "ssd_cla_episodes.csv"):
        (folder / name).unlink()
    cases = read_ssd(folder, TITLES).cases
    assert {row.cells["ref"] for row in cases.rows} == {"700101", "700102", "700103"}
    assert row(cases, "ref", "700101")["opened_on"] == "05/01/2026"


def test_nothing_else_about_a_child_is_in_the_lists() -> None:
    lists = read_ssd(SAMPLE, TITLES)
    said = repr(lists)
    for personal in ("14/03/2012", "2012", "WBRI", "L1", "NEG"):
        assert personal not in said


def test_children_who_are_not_in_the_person_table_are_counted(folder: Path) -> None:
    change(folder, "ssd_cp_plans.csv", "700102", "700999")
    lists = read_ssd(folder, TITLES)
    assert lists.strangers == 1
    assert "700999" not in repr(lists.cases)


def test_a_day_that_is_none_is_handed_on_for_the_check_to_tell(folder: Path) -> None:
    change(folder, "ssd_cin_plans.csv", "12/01/2026", "soon")
    assert row(read_ssd(folder, TITLES).cases, "ref", "700101")["opened_on"] == "soon"


def test_a_worker_who_is_not_in_the_staff_table_is_handed_on(folder: Path) -> None:
    change(folder, "ssd_involvements.csv", "5,9004,", "5,9999,")
    assert row(read_ssd(folder, TITLES).cases, "ref", "700103")["worker"] == "9999"


def test_departments_may_be_missing(folder: Path) -> None:
    (folder / "ssd_department.csv").unlink()
    assert row(read_ssd(folder, TITLES).people, "id", "S-101")["team"] == "Safeguarding North"


def test_file_names_may_have_capitals(folder: Path) -> None:
    (folder / "ssd_person.csv").rename(folder / "SSD_Person.CSV")
    assert len(read_ssd(folder, TITLES).cases.rows) == 4


@pytest.mark.parametrize("table", ["ssd_professionals", "ssd_person", "ssd_involvements"])
def test_a_table_that_is_missing_is_named(folder: Path, table: str) -> None:
    (folder / f"{table}.csv").unlink()
    with pytest.raises(UnreadableFileFault, match=rf"lacks {table}\.csv, so nothing was written"):
        read_ssd(folder, TITLES)


def test_a_column_that_is_missing_is_named(folder: Path) -> None:
    change(folder, "ssd_involvements.csv", "invo_person_id", "somebody")
    with pytest.raises(UnreadableFileFault, match="has no column invo_person_id"):
        read_ssd(folder, TITLES)


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileFault, match="is no folder"):
        read_ssd(tmp_path / "gone", TITLES)
