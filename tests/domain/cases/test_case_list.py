from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.cases.case import Case
from domain.cases.case_list import check_cases
from domain.lists.checked import Checked, Moved
from domain.people.person import Person
from tests.domain.lists.lists import faults, table

TODAY = date(2026, 11, 21)
PEOPLE = {
    one.id: one for one in (Person(id="P-1", name="Wes Lund"), Person(id="P-2", name="Ivy Hart"))
}
OLD = Case(
    ref="C-1", team="North", service="Care", worker="P-1", iro="P-2", opened_on=date(2025, 3, 1)
)
KNOWN = {"C-1": OLD}
ALL = "ref|team|service|worker|iro|cp_chair|status|cared_for|opened_on|last_supervision_on"
FEW = "ref|team|worker|status"


def check(text: str, *, full: bool = False, known: dict[str, Case] = KNOWN) -> Checked[Case]:
    return check_cases(table(text), known, PEOPLE, today=TODAY, full=full)


def test_a_row_with_every_column_becomes_a_record() -> None:
    checked = check(f"{ALL}\nC-2|North|Care|p-1|P-2||Open|Y|01/03/2025|2026-11-20")
    assert not checked.faults
    assert checked.to_write == [
        Case(
            ref="C-2",
            team="North",
            service="Care",
            worker="P-1",
            iro="P-2",
            open=True,
            cared_for=True,
            opened_on=date(2025, 3, 1),
            last_supervision_on=date(2026, 11, 20),
        )
    ]
    assert (checked.changes.new, checked.changes.missing) == (("C-2",), 1)


def test_columns_that_the_file_lacks_stay_as_they_are() -> None:
    checked = check(f"{FEW}\nC-1|South|P-1|closed")
    assert checked.to_write == [replace(OLD, team="South", open=False, closed_on=TODAY)]
    assert checked.changes.changed == {"C-1": ("team", "status")}
    assert checked.changes.moved == (Moved("C-1", "North", "South"),)
    assert "iro" in checked.kept


def test_the_same_file_again_changes_nothing() -> None:
    again = check(f"{FEW}\nC-1|North|P-1|open")
    assert (again.to_write, again.changes.unchanged) == ([], 1)


def test_records_missing_from_a_full_list_are_closed_and_may_open_again() -> None:
    closed = check(f"{FEW}\nC-2|North||open", full=True)
    assert closed.to_write == [
        Case(ref="C-2", team="North"),
        replace(OLD, open=False, closed_on=TODAY),
    ]
    assert closed.changes.left == ("C-1",)
    again = check(
        f"{FEW}\nC-1|North|P-1|open", known={"C-1": replace(OLD, open=False, closed_on=TODAY)}
    )
    assert again.to_write == [OLD]
    assert again.changes.returned == ("C-1",)


def test_a_closed_record_may_be_without_a_team_but_an_open_one_may_not() -> None:
    checked = check(f"{FEW}\nC-2||P-1|closed\nC-3||P-1|open")
    assert faults(checked) == [
        "row 3, team: is empty; an open record without a team is never drawn"
    ]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("worker", "P-099", "no person 'P-099'"),
        ("worker", "Wes Lund", "is a name; write the id: P-1"),
        ("iro", "Kim Small", "is not the id of anybody in the staff list"),
        ("cp_chair", "Kim", "is not the id of anybody in the staff list"),
        ("status", "pending", "must be open or closed"),
        ("status", "", "must be open or closed"),
        ("cared_for", "perhaps", "must be yes or no"),
        ("opened_on", "22/11/2026", "is in the future"),
        ("opened_on", "01/01/1990", "is more than 30 years ago"),
        ("last_supervision_on", "13/13/2026", "is not a day; write it as 31/12/2026 or 2026-12-31"),
        ("ref", "", "is empty"),
        ("ref", "c-1", "is written 'C-1' so far; a reference keeps its capitals"),
    ],
)
def test_every_fault_says_row_column_and_reason(column: str, cell: str, said: str) -> None:
    usual = ["C-9", "North", "Care", "P-1", "", "", "open", "no", "", ""]
    good = dict(zip(ALL.split("|"), usual, strict=True))
    row = "|".join((good | {column: cell}).values())
    checked = check(f"{ALL}\n{row}")
    assert faults(checked) == [f"row 2, {column}: {said}"]
    assert not checked.to_write


def test_the_same_record_twice_is_refused() -> None:
    assert faults(check(f"{FEW}\nC-2|N||open\nD-3|N||open\nc-2|N||open")) == [
        "row 4, ref: is the same as in row 2"
    ]


@pytest.mark.parametrize(
    "ref",
    ["Kim Small", "SMALL, Kim", "kim small", "Kim.Small.2014", "KimSmall-Ann7 Lee", "Zoë-Ann Ó"],
)
def test_a_name_for_a_reference_is_refused_and_not_repeated(ref: str) -> None:
    (said,) = faults(check(f"{FEW}\n{ref}|North||open"))
    assert said.startswith("row 2, ref: looks like a person's name; a record is known here by")
    assert ref not in said


@pytest.mark.parametrize(
    "ref", ["12/05/2014", "2014-05-12", "K-12.05.2014", "12-05-14", "12 May 2014", "x2014/5/12"]
)
def test_a_date_for_a_reference_is_refused_and_not_repeated(ref: str) -> None:
    (said,) = faults(check(f"{FEW}\n{ref}|North||open"))
    assert said.startswith("row 2, ref: looks like a date; a record is known here by")
    assert ref not in said


@pytest.mark.parametrize(
    "ref",
    ["C-23087", "1234567", "EH/2024/0123", "LCS_99.2", "Case-12", "2024/05/0123", "ABC-DEF-1"],
)
def test_plain_references_are_taken(ref: str) -> None:
    assert [case.ref for case in check(f"{FEW}\n{ref}|North||open").to_write] == [ref]


@pytest.mark.parametrize("ref", ["Kim", "ABC", "C 12", "C-12?", "Ç-12", "C" + "1" * 64])
def test_other_signs_are_refused(ref: str) -> None:
    (said,) = faults(check(f"{FEW}\n{ref}|North||open"))
    assert said.startswith("row 2, ref: must be letters, digits and - _ / . without blanks")


def test_a_date_of_birth_that_slipped_into_another_column_is_refused() -> None:
    (said,) = faults(check(f"{FEW}\nC-2|12/05/2014||open"))
    assert said.startswith("row 2, team: looks like a date; a record is known here by")


@pytest.mark.parametrize(
    "heading",
    ["name", "child", "child_s_name", "dob", "date_of_birth", "address", "postcode", "post_code",
     "nhs_number", "surname"],
)  # fmt: skip
def test_columns_about_the_child_are_refused_by_their_headings(heading: str) -> None:
    (said,) = faults(check(f"{FEW}|{heading}\nC-2|North||open|x"))
    assert said == (
        f"row 1, {heading}: must not be in this file: a record is known here by its reference "
        "only, never by a name, address or date of birth. Take the column out"
    )


def test_columns_about_staff_are_only_not_known() -> None:
    (said,) = faults(check(f"{FEW}|worker_name\nC-2|North||open|x"))
    assert said == ("row 1, worker_name: is not a column of this list; did you mean 'worker'?")


def test_a_record_keeps_the_day_on_which_it_was_first_said_to_be_closed() -> None:
    """E-35 asks which records closed between two windows; lists name no day."""
    before = replace(OLD, open=False, closed_on=date(2026, 6, 1))
    same = check(f"{FEW}\nC-1|South|P-1|closed", known={"C-1": before})
    assert [case.closed_on for case in same.to_write] == [date(2026, 6, 1)]
    reopened = check(f"{FEW}\nC-1|South|P-1|open", known={"C-1": before})
    assert [case.closed_on for case in reopened.to_write] == [None]
