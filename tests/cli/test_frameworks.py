from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from tests.cli.conftest import Command


def test_the_frameworks_are_listed(command: Command) -> None:
    assert {"herefordshire", "sefton"} <= set(command("framework", "list").output.split())


def test_a_framework_is_shown_as_a_page(command: Command) -> None:
    assert "Case file audit" in command("framework", "show", "herefordshire").output


def test_an_unknown_one_is_a_sentence(command: Command) -> None:
    result = command("framework", "show", "rutland")
    assert result.exit_code == 1
    assert "herefordshire" in result.output


def test_a_file_without_faults_says_so(command: Command) -> None:
    result = command("framework", "check", "frameworks/sefton.toml")
    assert result.exit_code == 0
    assert "has no faults" in result.output


def test_every_fault_of_a_file_is_listed(command: Command, tmp_path: Path) -> None:
    text = Path("frameworks/sefton.toml").read_text(encoding="utf-8")
    broken = text.replace("number = 1\n", 'number = 1\ncolour = "red"\n', 1)
    (tmp_path / "sefton.toml").write_text(broken, encoding="utf-8")
    result = command("framework", "check", str(tmp_path / "sefton.toml"))
    assert result.exit_code == 1
    assert "colour" in result.output


def test_coverage_answers_every_row_also_as_json(command: Command) -> None:
    rows = json.loads(command("framework", "coverage", "herefordshire", "--json").output)
    assert len(rows) == 43
    assert all(row["entries"] for row in rows)
    assert {row["state"] for row in rows} <= {"served", "declared"}
    assert {row["council"] for row in rows} == {"Herefordshire"}


def test_coverage_says_of_each_row_how_far_it_is_answered_and_counts(command: Command) -> None:
    lines = command("framework", "coverage", "sefton").output.splitlines()
    assert len(lines) == 61
    assert lines[0].split()[:3] == ["SEF-01", "served", "programmes.deep_dive_audit.selection,"]
    counted = Counter(line.split()[1] for line in lines[:60])
    assert lines[60] == (
        f"Sefton: 60 rows, {counted['served']} served, {counted['declared']} declared, 0 missing"
    )


def test_coverage_of_all_counts_270_rows_also_those_without_a_file(
    command: Command,
) -> None:
    rows = json.loads(command("framework", "coverage", "--json").output)
    assert len({row["row"] for row in rows}) == len(rows) == 270
    states = Counter(row["state"] for row in rows)
    assert command("framework", "coverage").output.splitlines()[-1] == (
        f"All: 270 rows, {states['served']} served, {states['declared']} declared, "
        f"{states['missing']} missing"
    )
