"""Files as they are handed out in a chat: bytes, of about the size that was said beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from domain.agenda.dated import Dated
from exports.duties_calendar import write_duties
from exports.handed import hand_actions, hand_ledger
from exports.ledger_book import TIMES
from tests.exports.test_actions_book import LINE, TODAY
from usecases.files.kinds import Contents, Ending

NOW = datetime(2026, 4, 14, 9, 0, tzinfo=UTC)
FOUND = {
    "number": "IR-41",
    "record": "C-24113",
    "title": "Child may be unsafe",
    "state": "open",
    "raised_at": NOW.isoformat(),
    "due_at": None,
    "overdue_at": None,
    "first": {"acknowledged": None, "answered": None, "closed": None},
    "exported_at": NOW.isoformat(),
    "trail_holds": True,
    "people": [{"name": "Sam Field", **dict.fromkeys(TIMES)}],
    "lines": [{"at": NOW.isoformat(), "what": "raised", "name": "Ada", "words": "=1+1"}],
}


def test_a_tracker_comes_as_the_bytes_of_a_workbook() -> None:
    book = load_workbook(BytesIO(hand_actions([LINE], TODAY)))
    assert book.sheetnames == ["Actions", "By team"]
    assert book["Actions"]["A2"].value == "A-1"


def test_a_ledger_comes_as_the_bytes_of_a_workbook_and_no_word_is_a_formula() -> None:
    book = load_workbook(BytesIO(hand_ledger(FOUND)))
    assert book.sheetnames == ["Summary", "People", "Every step"]
    assert book["People"]["A2"].value == "Sam Field"
    assert book["Every step"]["D2"].value == "'=1+1"


@pytest.mark.parametrize("number", [1, 40, 1000])
@pytest.mark.parametrize("ending", ["xlsx", "ics"])
def test_the_size_that_is_said_beforehand_is_about_right(number: int, ending: Ending) -> None:
    if ending == "xlsx":
        data = hand_actions([replace(LINE, label=f"A-{n}") for n in range(number)], TODAY)
    else:
        one = Dated(uid="duty-1", day=date(2026, 4, 20), text="Grade C-23087", detail="4 of 6")
        data = write_duties([replace(one, uid=f"duty-{n}") for n in range(number)], NOW)
    guess = Contents(
        stem="x", ending=ending, says="", lines=number, write=lambda: b"", handed=None
    ).size
    assert len(data) / 3 < guess < len(data) * 3
