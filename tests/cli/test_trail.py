from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.cli.conftest import Command


def test_an_untouched_trail_holds(ready: Command) -> None:
    result = ready("trail", "verify")
    assert result.exit_code == 0
    assert "2 entries checked, 0 faults found" in result.output


def test_an_edited_entry_is_found(ready: Command, tmp_path: Path) -> None:
    _on(tmp_path, "UPDATE trail SET actor = 'somebody else' WHERE seq = 1")
    result = ready("trail", "verify")
    assert result.exit_code == 1
    assert "was changed after it was written" in result.output


def test_a_cut_tail_shows_beside_the_anchor_alone(ready: Command, tmp_path: Path) -> None:
    anchor = str(tmp_path / "anchor.jsonl")
    assert "2 heads written" in ready("trail", "anchor", anchor).output
    _on(tmp_path, "DELETE FROM trail WHERE subject = 'directory-cases'")
    assert ready("trail", "verify").exit_code == 0
    held = ready("trail", "verify", "--anchor", anchor)
    assert held.exit_code == 1
    assert "directory-cases: all of its 1 entries are gone" in held.output


def test_a_file_that_is_no_anchor_is_refused(ready: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    result = ready("trail", "verify", "--anchor", str(tmp_path / "notes.txt"))
    assert result.exit_code == 2


def _on(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "cli.db")
    with connection:
        connection.execute(statement)
    connection.close()
