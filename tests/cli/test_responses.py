from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        ("IR-41", "ledger.json", "There is no response IR-41."),
        ("forty", "ledger.json", "'forty' is no number of a response. Write it like IR-41."),
        ("IR-41", "ledger.pdf", "I write .xlsx or .json, not .pdf."),
    ],
)
def test_it_says_why_there_is_no_ledger_and_writes_no_file(
    ready: Command, tmp_path: Path, number: str, name: str, said: str
) -> None:
    out = tmp_path / name
    result = ready("response", "ledger", number, "--out", str(out))
    assert result.exit_code == 1
    assert said in result.output
    assert not out.exists()
