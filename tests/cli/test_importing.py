from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import PEOPLE, Command


def test_a_dry_run_says_what_would_change_and_writes_nothing(command: Command, lists: Path) -> None:
    command("db", "upgrade")
    rehearsed = command("import", "people", str(lists / "people.csv"), "--dry-run")
    assert rehearsed.exit_code == 0
    done = command("import", "people", str(lists / "people.csv"))
    assert "7" in rehearsed.output
    assert "7" in done.output  # still new: the rehearsal kept nothing


def test_it_is_safe_to_repeat(ready: Command, lists: Path) -> None:
    again = ready("import", "people", str(lists / "people.csv"))
    assert again.exit_code == 0
    assert "7 " in again.output
    assert "unchanged" in again.output.lower()


def test_every_fault_is_told_with_its_row_and_nothing_is_written(
    ready: Command, lists: Path
) -> None:
    bad = PEOPLE + "P-8,Ned Newly,team_manger,North,Safeguarding,P-099\n"
    (lists / "people.csv").write_text(bad, encoding="utf-8")
    result = ready("import", "people", str(lists / "people.csv"))
    assert result.exit_code == 1
    assert "row 9, line_manager: no person 'P-099'" in result.output
    assert "row 9, roles: no role 'team_manger'; did you mean 'team_manager'?" in result.output
    assert "Nothing was written" in result.output


def test_a_file_that_is_not_there_is_a_sentence(command: Command, tmp_path: Path) -> None:
    result = command("import", "cases", str(tmp_path / "gone.csv"))
    assert result.exit_code == 1
    assert "cannot be read, so nothing was written" in result.output
