"""Lists in the shapes of other systems, through the command line."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Command
from tests.imports.annex_a_book import LISTS, workbook

SAMPLE = Path(__file__).parents[2] / "demo" / "samples" / "ssd"
TITLES = str(SAMPLE / "titles.toml")


@pytest.fixture
def empty(command: Command) -> Command:
    assert command("db", "upgrade").exit_code == 0
    return command


def asked(folder: Path, question: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "cli.db")
    rows = connection.execute(question).fetchall()
    connection.close()
    return rows


def test_the_dataset_s_tables_become_people_and_cases(empty: Command, tmp_path: Path) -> None:
    result = empty("import", "ssd", str(SAMPLE), "--titles", TITLES)
    assert result.exit_code == 0, result.output
    assert "Written: 7 people." in result.output
    assert "Written: 4 records." in result.output
    assert "Business Support Officer: 1 person" in result.output
    assert "Senior Social Worker" not in result.output
    assert asked(tmp_path, "SELECT ref, worker, iro, cared_for FROM cases WHERE open") == [
        ("700101", "S-101", None, 0),
        ("700102", "S-101", None, 0),
        ("700103", "S-104", "S-105", 1),
    ]


def test_the_dataset_is_safe_to_repeat(empty: Command) -> None:
    empty("import", "ssd", str(SAMPLE), "--titles", TITLES)
    again = empty("import", "ssd", str(SAMPLE), "--titles", TITLES)
    assert again.exit_code == 0
    assert again.output.count("Nothing to write") == 2


def test_a_dry_run_of_the_dataset_writes_nothing(empty: Command, tmp_path: Path) -> None:
    result = empty("import", "ssd", str(SAMPLE), "--dry-run")
    assert result.exit_code == 0
    assert "this would write 7 people" in result.output
    assert "this would write 4 records" in result.output
    assert "Senior Social Worker: 1 person" in result.output
    assert asked(tmp_path, "SELECT count(*) FROM people") == [(0,)]


def test_with_a_fault_in_the_cases_the_people_are_not_written_either(
    empty: Command, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "ssd"))
    plans = folder / "ssd_cin_plans.csv"
    plans.write_text(plans.read_text("utf-8").replace("12/01/2026", "soon"), "utf-8")
    result = empty("import", "ssd", str(folder))
    assert result.exit_code == 1
    assert "row 2, opened_on: is not a day" in result.output
    assert "Written" not in result.output
    assert asked(tmp_path, "SELECT count(*) FROM people") == [(0,)]


def test_with_a_fault_in_the_people_the_cases_are_not_looked_at(
    empty: Command, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "ssd"))
    staff = folder / "ssd_professionals.csv"
    staff.write_text(staff.read_text("utf-8").replace("S-102", "S-101"), "utf-8")
    result = empty("import", "ssd", str(folder))
    assert result.exit_code == 1
    assert "row 3, id: is the same as in row 2" in result.output
    assert "Cases" not in result.output


def test_people_of_a_title_without_a_role_keep_theirs(empty: Command, tmp_path: Path) -> None:
    empty("import", "ssd", str(SAMPLE), "--titles", TITLES)
    roles = tmp_path / "roles.csv"
    roles.write_text("id,name,roles,team\nS-107,Teasel Combe,qa_team,Safeguarding North\n", "utf-8")
    assert empty("import", "people", str(roles)).exit_code == 0
    assert empty("import", "ssd", str(SAMPLE), "--titles", TITLES).exit_code == 0
    assert asked(tmp_path, "SELECT roles FROM people WHERE id = 'S-107'") == [('["qa_team"]',)]


def test_a_title_with_a_role_that_is_not_the_framework_s_is_refused(
    empty: Command, tmp_path: Path
) -> None:
    titles = tmp_path / "titles.toml"
    titles.write_text('"Social Worker" = "socail_worker"', "utf-8")
    result = empty("import", "ssd", str(SAMPLE), "--titles", str(titles))
    assert result.exit_code == 1
    assert "did you mean 'social_worker'?" in result.output


@pytest.fixture
def staffed(ready: Command, tmp_path: Path) -> Command:
    """The small council with the workers of the workbook."""
    people = tmp_path / "workers.csv"
    people.write_text(
        "id,name,roles,team\nW-1,Wes Tarn,social_worker,North\n"
        "W-2,Wanda Moor,social_worker,North\nW-3,Will Heath,social_worker,South\n",
        "utf-8",
    )
    assert ready("import", "people", str(people)).exit_code == 0
    return ready


def test_annex_a_becomes_cases_whose_workers_are_found_by_name(
    staffed: Command, tmp_path: Path
) -> None:
    (tmp_path / "annex.xlsx").write_bytes(workbook())
    rehearsed = staffed("import", "annex-a", str(tmp_path / "annex.xlsx"), "--dry-run")
    assert "this would write 5 records" in rehearsed.output, rehearsed.output
    done = staffed("import", "annex-a", str(tmp_path / "annex.xlsx"))
    assert done.exit_code == 0, done.output
    found = asked(
        tmp_path,
        "SELECT ref, worker, cared_for, opened_on FROM cases"
        " WHERE ref LIKE '7%' AND open ORDER BY ref",
    )
    assert found == [
        ("700101", "W-1", 0, "2026-01-12"),
        ("700102", "W-2", 0, "2026-02-01"),
        ("700103", "W-3", 1, "2025-07-15"),
        ("700105", "W-3", 0, None),
    ]
    assert asked(tmp_path, "SELECT count(*) FROM cases WHERE open AND ref LIKE 'C-%'") == [(1,)]


def test_a_worker_who_is_nearly_known_is_suggested_where_the_name_stands(
    staffed: Command, tmp_path: Path
) -> None:
    heading, first, *_ = LISTS["List_6"]
    wrong = [heading, (*first[:-1], "Wess Tarn")]
    (tmp_path / "annex.xlsx").write_bytes(workbook({**LISTS, "List_6": wrong}))
    result = staffed("import", "annex-a", str(tmp_path / "annex.xlsx"))
    assert result.exit_code == 1
    assert (
        "row 4, List_6 worker: is not the name of anybody in the staff list; did you mean W-1?"
        in result.output
    )
    assert "Nothing was written" in result.output


def test_a_council_s_own_headings_are_mapped(ready: Command, lists: Path) -> None:
    own = CASES.replace("ref,team", "Person ID,Responsible team").replace("C-101", "C-102")
    (lists / "own.csv").write_text(own, encoding="utf-8")
    (lists / "columns.toml").write_text(
        'ref = "Person ID"\nteam = "Responsible team"\n', encoding="utf-8"
    )
    refused = ready("import", "cases", str(lists / "own.csv"))
    assert refused.exit_code == 1
    assert 'ref = "person_id"' in refused.output
    assert 'team = "responsible_team"' in refused.output
    done = ready(
        "import", "cases", str(lists / "own.csv"), "--columns", str(lists / "columns.toml")
    )
    assert done.exit_code == 0, done.output
    assert "1 new" in done.output


def test_a_mapping_with_a_fault_is_refused_before_anything_is_read(
    ready: Command, lists: Path
) -> None:
    (lists / "columns.toml").write_text('nmae = "Worker"', encoding="utf-8")
    result = ready(
        "import", "people", str(lists / "gone.csv"), "--columns", str(lists / "columns.toml")
    )
    assert result.exit_code == 1
    assert "did you mean 'name'?" in result.output
