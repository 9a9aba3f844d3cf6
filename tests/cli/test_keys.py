from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

import app
from tests.cli.conftest import Command


def test_a_new_key_is_one_that_encrypts(command: Command) -> None:
    key = command("keys", "new").output.strip()
    assert Fernet(key.encode()).encrypt(b"words")


def test_rotating_leaves_nothing_to_the_old_key(
    ready: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = app.the_settings().keys[0]
    sealed = Fernet(old.encode()).encrypt(b"A note for the QA team").decode()
    ready("cycle", "open", "case_file_audit", "--on", "2026-12-01", "--seed", "7")
    _on(
        tmp_path,
        "INSERT INTO seat_refusals (seat_id, person_id, reason, at, note) "
        "VALUES (1, 'P-4', 'other', '2026-12-01 09:00:00.000000', ?)",
        sealed,
    )
    new = Fernet.generate_key().decode()
    monkeypatch.setenv("QA_DATA_KEYS", f"{new},{old}")
    app.the_settings.cache_clear()

    assert "1 rows are encrypted" in ready("keys", "rotate").output
    (note,) = _on(tmp_path, "SELECT note FROM seat_refusals")
    assert Fernet(new.encode()).decrypt(str(note).encode()) == b"A note for the QA team"
    assert "0 rows are encrypted" in ready("keys", "rotate").output


def _on(folder: Path, statement: str, *values: str) -> list[object]:
    connection = sqlite3.connect(folder / "cli.db")
    with connection:
        rows = [row[0] for row in connection.execute(statement, values).fetchall()]
    connection.close()
    return rows
