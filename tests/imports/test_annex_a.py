from __future__ import annotations

import pytest

from domain.lists.checked import RowFault
from imports.annex_a import AnnexA, read_annex_a
from imports.unreadable import UnreadableFileFault
from tests.imports.annex_a_book import LISTS, SHARED, workbook


def annex(**changes: list[tuple[object, ...]]) -> AnnexA:
    return read_annex_a(workbook({**LISTS, **changes}), "annex.xlsx")


def case(found: AnnexA, ref: str) -> dict[str, str]:
    (cells,) = [dict(row.cells) for row in found.cases.rows if row.cells["ref"] == ref]
    return cells


def test_a_child_in_need_comes_with_team_worker_and_first_day() -> None:
    assert case(annex(), "700101") == {
        "ref": "700101",
        "status": "open",
        "team": "North",
        "worker": "Wes Tarn",
        "cared_for": "no",
        "opened_on": "12/01/2026",
    }


def test_the_plan_says_who_works_and_the_first_open_day_counts() -> None:
    found = case(annex(), "700102")
    assert (found["worker"], found["opened_on"]) == ("Moor, Wanda", "01/02/2026")


def test_only_list_8_makes_a_child_cared_for_and_only_while_it_lasts() -> None:
    assert case(annex(), "700103")["cared_for"] == "yes"
    left_care = case(annex(), "700105")
    assert (left_care["cared_for"], left_care["status"]) == ("no", "open")


def test_a_care_leaver_without_a_worker_has_the_personal_adviser() -> None:
    assert case(annex(), "700105")["worker"] == "Will Heath"


def test_what_ended_in_every_list_is_closed_and_says_no_more() -> None:
    assert case(annex(), "700104") == {"ref": "700104", "status": "closed"}


def test_other_lists_are_not_read() -> None:
    assert "700109" not in repr(annex())


def test_nothing_else_about_a_child_is_read() -> None:
    said = repr(annex())
    assert not [word for word in ("2012", "WBRI", "MOTH", "Gender") if word in said]


@pytest.mark.parametrize("above", [0, 1, 9])
def test_headings_may_stand_in_any_of_the_first_ten_rows(above: int) -> None:
    found = read_annex_a(workbook(above=above), "annex.xlsx")
    assert len(found.cases.rows) == 5


@pytest.mark.parametrize("name", ["List 6", "list_06", "LIST_6 - CIN"])
def test_sheets_are_known_however_they_are_written(name: str) -> None:
    found = read_annex_a(workbook({name: LISTS["List_6"]}), "annex.xlsx")
    assert len(found.cases.rows) == 3


def test_a_fault_is_told_where_it_stands_in_the_workbook() -> None:
    found = annex()
    number = next(row.number for row in found.cases.rows if row.cells["ref"] == "700102")
    fault = found.placed(RowFault(number, "worker", "is nobody"))
    assert str(fault) == "row 4, List_7 worker: is nobody"
    assert str(found.placed(RowFault(99, "", "is odd"))) == "row 99: is odd"


def test_a_workbook_without_the_lists_is_refused() -> None:
    with pytest.raises(UnreadableFileFault, match="No children were found"):
        read_annex_a(workbook({"List_1": LISTS["List_1"]}), "annex.xlsx")
    with pytest.raises(UnreadableFileFault, match="No children were found"):
        read_annex_a(workbook({"List_6": [SHARED]}), "annex.xlsx")


def test_a_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFileFault, match="is not a workbook"):
        read_annex_a(b"Child Unique ID\n1\n", "annex.csv")
