from __future__ import annotations

from pathlib import Path

import pytest

from domain.frameworks.coverage import coverage
from domain.frameworks.parse import parse
from domain.frameworks.rows import rows_of
from domain.frameworks.served import SERVED
from tools.served import MODULE, ROOT, collected, module

FILES = sorted((ROOT / "frameworks").glob("*.toml"))


def test_the_served_rows_are_those_of_the_marks() -> None:
    assert MODULE.read_text("utf-8") == module(collected()), "run: python -m tools.served"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_row_is_served_that_its_file_does_not_name(path: Path) -> None:
    framework = parse(path.read_text("utf-8"), path.name)
    document = framework.document
    served = SERVED & set(rows_of(document.row_prefix, document.rows))
    assert served == {row.row for row in coverage(framework) if row.state == "served"}
