from __future__ import annotations

from pathlib import Path

from icalendar import Calendar

from tests.cli.conftest import Command


def test_everybody_whom_nothing_reaches_is_named_with_the_reason(ready: Command) -> None:
    result = ready("reachability")
    assert result.exit_code == 0, result.output
    first, *_ = result.output.splitlines()
    assert first.split() == [
        "P-1",
        "Cora",
        "Coordinator",
        "no",
        "sign",
        "in",
        "0",
        "open",
        "duties",
    ]


def test_somebodys_duties_are_written_as_a_calendar(ready: Command, tmp_path: Path) -> None:
    out = tmp_path / "mine.ics"
    result = ready("calendar", "P-1", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert Calendar.from_ical(out.read_bytes()).walk("VEVENT") == []


def test_another_kind_of_file_and_a_stranger_are_refused(ready: Command, tmp_path: Path) -> None:
    result = ready("calendar", "P-1", "--out", str(tmp_path / "mine.csv"))
    assert result.exit_code == 1
    assert "I write .ics, not .csv." in result.output
    result = ready("calendar", "nobody", "--out", str(tmp_path / "mine.ics"))
    assert result.exit_code == 1
    assert "Nobody in the staff list" in result.output
    assert list(tmp_path.glob("mine.*")) == []
