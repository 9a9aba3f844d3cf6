from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Command


def test_the_tracker_is_written_as_a_workbook(ready: Command, tmp_path: Path) -> None:
    out = tmp_path / "actions.xlsx"
    result = ready("report", "actions", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert "0 actions are in" in result.output
    assert load_workbook(out).sheetnames == ["Actions", "By team"]


def test_another_kind_of_file_is_refused(ready: Command, tmp_path: Path) -> None:
    result = ready("report", "actions", "--out", str(tmp_path / "actions.csv"))
    assert result.exit_code == 1
    assert "I write .xlsx, not .csv." in result.output
    assert not (tmp_path / "actions.csv").exists()
