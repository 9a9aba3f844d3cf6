"""Writes docs/frameworks: a page a council, out of the profiles.

``python -m tools.framework_pages`` writes the pages anew.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from domain.frameworks.served import SERVED
from imports.framework_files import list_frameworks, load_framework
from tools.pages.page import page

ROOT = Path(__file__).parents[1]
PROFILES = ROOT / "frameworks"
PAGES = ROOT / "docs" / "frameworks"
SILENCES = Path(__file__).parent / "pages" / "silences.toml"


def silences() -> dict[str, dict[str, Any]]:
    """What each silence asks and its default."""
    return tomllib.loads(SILENCES.read_text("utf-8"))


def pages() -> dict[str, str]:
    """The text of each page by the id of its framework."""
    known = silences()
    return {
        file.id: page(load_framework(file.path), SERVED, known)
        for file in list_frameworks(PROFILES)
    }


if __name__ == "__main__":
    PAGES.mkdir(parents=True, exist_ok=True)
    for framework_id, text in pages().items():
        (PAGES / f"{framework_id}.md").write_text(text, "utf-8")
