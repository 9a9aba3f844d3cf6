"""The central tracker as a workbook: every action, and the counts by team (SEF-15, HER-14)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.actions.tracker import TrackedLine, by_team
from exports.sheets import Cell, fill, saved

HEADS = (
    ("Action", 10),
    ("Record", 12),
    ("Team", 24),
    ("What is to be done", 60),
    ("Kind", 20),
    ("Owner", 22),
    ("Sign-off", 22),
    ("Due", 12),
    ("Latest", 12),
    ("State", 22),
    ("Days late", 10),
    ("Times returned", 10),
    ("Done on", 12),
    ("Last word", 60),
)
COUNTS = (("Team", 24), ("Open", 10), ("Due this week", 14), ("Overdue", 10), ("Returned", 10))


def write_actions(path: Path, lines: Sequence[TrackedLine], today: date) -> None:
    """Write the workbook to a path."""
    path.write_bytes(actions_book(lines, today))


def actions_book(lines: Sequence[TrackedLine], today: date) -> bytes:
    """The workbook: the actions, soonest first, and the teams."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 - a new workbook begins with one sheet
    first.title = "Actions"
    soonest = sorted(lines, key=lambda line: (not line.live, line.due_on, line.label))
    fill(first, HEADS, [_row(line, today) for line in soonest])
    counts = [
        (one.team or "No team", one.open, one.week, one.overdue, one.returned)
        for one in by_team(lines, today)
    ]
    fill(book.create_sheet("By team"), COUNTS, counts)
    return saved(book)


def _row(line: TrackedLine, today: date) -> tuple[Cell, ...]:
    late = (today - line.due_on).days if line.live and line.due_on < today else 0
    return (
        line.label,
        line.case_ref,
        line.team,
        line.words,
        line.tag,
        line.owner,
        line.signer,
        line.due_on,
        line.latest_on,
        line.state or ("open" if line.live else "done"),
        late,
        line.returned,
        line.closed_on,
        line.progress,
    )
