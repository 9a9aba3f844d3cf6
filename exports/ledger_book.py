"""The ledger of one immediate response as a workbook: the proof of who had it when (SEF-08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.calendar.working_days import local
from exports.sheets import Cell, fill, saved

Json = Mapping[str, Any]

SUMMARY = (("What", 26), ("", 60))
PEOPLE = (
    ("Person", 24),
    ("Queued", 20),
    ("Accepted by Teams", 20),
    ("Opened", 20),
    ("Acknowledged", 20),
    ("Answered", 20),
    ("Closed", 20),
)
LINES = (("London time", 20), ("Step", 16), ("Person", 24), ("In words", 70))
TIMES = ("queued", "accepted", "opened", "acknowledged", "answered", "closed")


def write_ledger(path: Path, found: Json) -> None:
    """Write the workbook to a path."""
    path.write_bytes(ledger_book(found))


def ledger_book(found: Json) -> bytes:
    """The workbook: the summary, everybody with their times, every step."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 - a new workbook begins with one sheet
    first.title = "Summary"
    fill(first, SUMMARY, _summary(found))
    people = [(one["name"], *(_time(one[key]) for key in TIMES)) for one in found["people"]]
    fill(book.create_sheet("People"), PEOPLE, people)
    lines = [(_time(x["at"]), x["what"], x["name"], x["words"]) for x in found["lines"]]
    fill(book.create_sheet("Every step"), LINES, lines)
    return saved(book)


def _summary(found: Json) -> list[tuple[Cell, ...]]:
    first = found["first"]
    holds = "unbroken" if found["trail_holds"] else "BROKEN: do not rely on this"
    return [
        ("Number", found["number"]),
        ("Record", found["record"]),
        ("Concern", found["title"]),
        ("Stands", found["state"]),
        ("Raised", _time(found["raised_at"])),
        ("Due", _time(found["due_at"])),
        ("Overdue since", _time(found["overdue_at"])),
        ("First acknowledged", _time(first["acknowledged"])),
        ("First answered", _time(first["answered"])),
        ("Closed", _time(first["closed"])),
        ("Written", _time(found["exported_at"])),
        ("Chain of its trail", holds),
        ("Empty times", "nothing is known; that a card was not opened is not proved by it"),
    ]


def _time(said: str | None) -> Cell:
    """London time without its zone, as workbooks keep times; None where it never came."""
    return local(datetime.fromisoformat(said)).replace(tzinfo=None) if said else None
