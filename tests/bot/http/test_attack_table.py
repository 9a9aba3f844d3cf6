"""The table of attacks in docs/security.md names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
ROW = re.compile(r"\| (\d\d[a-z]?) \| [^|]+ \| [^|]+ \| `([^`]+)` \| `([^`]+)` \|")
FILES = re.compile(r"\| [^|]+ \| `([^`]+)`: `([^`]+)` \|")
ATTACKS = 35


def test_every_attack_of_the_table_has_its_test() -> None:
    rows = ROW.findall((ROOT / "docs/security.md").read_text("utf-8"))
    assert len({number for number, _, _ in rows}) == len(rows) == ATTACKS
    sources = {file: (ROOT / file).read_text("utf-8") for _, file, _ in rows}
    lost = [
        number
        for number, file, test in rows
        if f'"{test}":' not in sources[file] and f"def {test}(" not in sources[file]
    ]
    assert lost == []


def test_every_attack_on_the_answer_about_a_file_has_its_test() -> None:
    named = FILES.findall((ROOT / "docs/security.md").read_text("utf-8"))
    assert len(named) >= 6
    lost = [test for file, test in named if f"def {test}(" not in (ROOT / file).read_text("utf-8")]
    assert lost == []
