"""Every card drawn by the official renderer and looked at by axe, in one node process."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cards.card import Json
from tests.cards.walk import EVERY_CARD

SCRIPT = Path(__file__).with_name("axe.cjs")
FAULTY: Json = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [
        {"type": "Image", "url": "https://pictures.example/p.png"},
        {"type": "Input.Text", "id": "a"},
        {"type": "NoSuchElement"},
    ],
}


@pytest.fixture(scope="module")
def looked_at() -> dict[str, list[str]]:
    node = shutil.which("node")
    assert node, "node is needed for the accessibility of cards: see CONTRIBUTING.md"
    asked = json.dumps({**EVERY_CARD, "faulty": FAULTY})
    done = subprocess.run(  # noqa: S603 - our own script
        [node, str(SCRIPT)], input=asked, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"is `npm ci` done?\n{done.stderr[-2000:]}"
    answer: Any = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("name", EVERY_CARD)
def test_a_card_is_accessible(name: str, looked_at: dict[str, list[str]]) -> None:
    assert looked_at[name] == []


def test_axe_and_the_parser_would_find_a_fault(looked_at: dict[str, list[str]]) -> None:
    found = "\n".join(looked_at["faulty"])
    assert "axe: image-alt" in found
    assert "axe: label" in found
    assert "NoSuchElement" in found
