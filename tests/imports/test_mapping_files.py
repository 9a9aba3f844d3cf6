from __future__ import annotations

from pathlib import Path

import pytest

from imports.columns import suggest_columns
from imports.mapping_files import load_columns, load_titles
from imports.tables import read_table
from imports.unreadable import UnreadableFileFault

NAMES = ("ref", "team", "worker", "status")
ROLES = {"SW": "social_worker", "Social Worker": "social_worker", "TM": "team_manager"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "columns.toml"


def said(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def test_a_list_is_read_under_the_council_s_own_headings(file: Path) -> None:
    mapping = 'ref = "Person ID"\nworker = ["Allocated worker", "Worker"]\nignore = ["Notes"]'
    headings = load_columns(said(file, mapping), NAMES)
    data = b"Person-ID,Team,WORKER,Status,Notes\n7,North,P-1,open,canary\n"
    table = read_table(data, "x.csv", expected=NAMES, headings=headings)
    assert table.headings == NAMES
    assert dict(table.rows[0].cells) == {
        "ref": "7", "team": "North", "worker": "P-1", "status": "open",
    }  # fmt: skip
    assert not table.rows[0].spills


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('wroker = "X"', r"wroker is not a column of this list; did you mean 'worker'\?"),
        ("ref = 7", "ref must be a text in quotation marks"),
        ('ref = ["A", 7]', "ref must be a text"),
        ('ref = ""', "ref must be a text"),
        ('ref = "Child ID"\nteam = "child id"', "'child id' stands in it more than once"),
        ("ref = ", "could not be read, so nothing was written"),
    ],
)
def test_a_mapping_that_cannot_be_right_is_a_sentence(file: Path, text: str, fault: str) -> None:
    with pytest.raises(UnreadableFileFault, match=fault):
        load_columns(said(file, text), NAMES)


def test_all_faults_of_a_mapping_are_told_at_once(file: Path) -> None:
    with pytest.raises(UnreadableFileFault, match=r"wroker.*temas"):
        load_columns(said(file, 'wroker = "X"\ntemas = "Y"'), NAMES)


def test_a_mapping_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileFault, match=r"gone\.toml could not be read"):
        load_columns(tmp_path / "gone.toml", NAMES)


def test_titles_may_name_a_role_by_key_title_or_short_form(file: Path) -> None:
    text = '"Senior SW" = "SW"\n"Head of North" = "team_manager"\n"Practitioner" = "Social Worker"'
    roles = {**ROLES, "team_manager": "team_manager"}
    assert load_titles(said(file, text), roles) == {
        "Senior SW": "social_worker",
        "Head of North": "team_manager",
        "Practitioner": "social_worker",
    }


def test_a_role_that_is_not_known_is_told_with_the_nearest(file: Path) -> None:
    with pytest.raises(UnreadableFileFault, match=r"no role 'social_wroker' for 'X'; did you mean"):
        load_titles(said(file, 'X = "social_wroker"'), ROLES)


def test_headings_of_the_case_systems_are_suggested() -> None:
    assert suggest_columns(("person_id", "worker", "team_name", "case_status"), NAMES) == {
        "ref": "person_id",
        "team": "team_name",
        "status": "case_status",
    }
    assert suggest_columns(("child_id", "allocated_worker", "gender"), NAMES) == {
        "ref": "child_id",
        "worker": "allocated_worker",
    }


def test_a_heading_is_suggested_for_one_column_only() -> None:
    found = suggest_columns(("worker_id",), ("id", "worker"))
    assert len(found) == 1


def test_where_nothing_is_known_the_fault_suggests_a_mapping() -> None:
    data = b"Child ID,Allocated Team,Allocated Worker\n1,North,P-1\n"
    with pytest.raises(UnreadableFileFault, match='ref = "child_id"'):
        read_table(data, "x.csv", expected=NAMES)
    with pytest.raises(UnreadableFileFault) as failed:
        read_table(b"one,two\n1,2\n", "x.csv", expected=NAMES)
    assert "--columns" not in str(failed.value)
