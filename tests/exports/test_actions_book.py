from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.actions.tracker import TrackedLine
from domain.refs import Ref
from exports.actions_book import HEADS, write_actions

TODAY = date(2026, 4, 14)
LINE = TrackedLine(
    ref=Ref("action", "1"),
    version=1,
    opens="open_action",
    label="A-1",
    words="Bring the chronology up to date",
    owner="Will Heath",
    team="South",
    due_on=date(2026, 4, 10),
    latest_on=date(2026, 4, 10),
)


@pytest.mark.rows("SEF-15")
def test_every_action_is_a_row_the_open_ones_first(tmp_path: Path) -> None:
    done = replace(LINE, label="A-2", due_on=date(2026, 3, 1), closed_on=date(2026, 3, 2))
    soon = replace(LINE, label="A-3", due_on=date(2026, 4, 18), team="North")
    write_actions(tmp_path / "x.xlsx", [done, soon, LINE], TODAY)
    sheet = load_workbook(tmp_path / "x.xlsx")["Actions"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(name for name, _ in HEADS)
    assert [row[0] for row in rows[1:]] == ["A-1", "A-3", "A-2"]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["Days late"], first["Due"]) == (4, datetime(2026, 4, 10))  # noqa: DTZ001 - a day, as workbooks keep them


def test_the_counts_by_team_are_those_of_the_card(tmp_path: Path) -> None:
    soon = replace(LINE, label="A-3", due_on=date(2026, 4, 18), team="North")
    back = replace(LINE, label="A-4", back=True, returned=1)
    write_actions(tmp_path / "x.xlsx", [soon, back, LINE], TODAY)
    rows = list(load_workbook(tmp_path / "x.xlsx")["By team"].iter_rows(values_only=True))
    assert rows[1:] == [("North", 1, 1, 0, 0), ("South", 2, 0, 2, 1)]


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+1", "-1"])
def test_what_people_wrote_is_never_a_formula(tmp_path: Path, words: str) -> None:
    write_actions(tmp_path / "x.xlsx", [replace(LINE, words=words)], TODAY)
    cell = load_workbook(tmp_path / "x.xlsx")["Actions"]["D2"]
    assert (cell.value, cell.data_type) == (f"'{words}", "s")


def test_a_book_without_actions_has_its_heads(tmp_path: Path) -> None:
    write_actions(tmp_path / "x.xlsx", [], TODAY)
    book = load_workbook(tmp_path / "x.xlsx")
    assert [sheet.max_row for sheet in book] == [1, 1]
