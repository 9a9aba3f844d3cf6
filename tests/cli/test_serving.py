from __future__ import annotations

from pathlib import Path

import pytest

import app
from storage.cipher import Cipher
from tests.cli.conftest import Command


def test_it_does_not_serve_on_a_database_that_is_behind(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        ("QA_ENV", "production"),
        ("MicrosoftAppId", "11111111-2222-3333-4444-555555555555"),
        ("MicrosoftAppPassword", "made-up"),
        ("MicrosoftAppTenantId", "tenant-1"),
        ("QA_DATA_KEYS", Cipher.new_key()),
        ("QA_PORT", "0"),
    ):
        monkeypatch.setenv(name, value)
    app.the_settings.cache_clear()
    result = command("serve")
    assert result.exit_code == 1
    assert "Run: python app.py db upgrade" in result.output
