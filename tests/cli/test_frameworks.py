from __future__ import annotations

import json
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
