from __future__ import annotations

import pytest

from domain.frameworks.rows import SILENCES, rows_of
from tools.framework_pages import PAGES, PROFILES, pages, silences

IDS = sorted(path.stem for path in PROFILES.glob("*.toml"))


@pytest.mark.parametrize("framework_id", IDS)
def test_the_page_of_each_council_is_up_to_date(framework_id: str) -> None:
    written = (PAGES / f"{framework_id}.md").read_text("utf-8")
    assert written == pages()[framework_id], "run: python -m tools.framework_pages"


def test_there_is_a_page_for_each_profile_and_no_other() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == IDS


def test_every_silence_has_a_question_and_a_default() -> None:
    known = silences()
    assert tuple(known) == rows_of("E", SILENCES)
    assert all(
        each["asks"].endswith("?") and each["default"].endswith(".") for each in known.values()
    )
    assert all(set(each) == {"asks", "default"} for each in known.values())
