from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lists.checked import Checked, Moved
from domain.people.person import Absence, Person
from domain.people.staff_list import check_people
from tests.domain.lists.lists import faults, table

TODAY = date(2026, 11, 21)
ROLES = {
    "team_manager": "team_manager",
    "TM": "team_manager",
    "social_worker": "social_worker",
    "Service manager": "service_manager",
}
TESS = Person(
    id="P-1",
    name="Tess Moor",
    email="tess@example.org",
    aad_object_id="aad-tess",
    roles=frozenset({"team_manager"}),
    team="North",
    absences=(Absence(first_day=TODAY, last_day=TODAY),),
)
WES = Person(
    id="P-2", name="Wes Lund", roles=frozenset({"social_worker"}), team="North", line_manager="P-1"
)
KNOWN = {"P-1": TESS, "P-2": WES}


def check(text: str, *, full: bool = False, known: dict[str, Person] = KNOWN) -> Checked[Person]:
    return check_people(table(text), known, roles=ROLES, today=TODAY, full=full)


def told(text: str, *, full: bool = False, known: dict[str, Person] = KNOWN) -> list[str]:
    checked = check(text, full=full, known=known)
    assert not (checked.faults and checked.to_write)
    return faults(checked)


ALL = "id|name|email|aad_object_id|roles|team|service|line_manager|working_days"


def test_a_row_with_every_column_becomes_a_person() -> None:
    checked = check(
        f"{ALL}\nP-3|Ann  Ode|ann@example.org|AAD-Ann|tm; Service Manager|South|Care|p-1|Mon;Tue"
    )
    assert not checked.faults
    assert checked.to_write == [
        Person(
            id="P-3",
            name="Ann Ode",
            email="ann@example.org",
            aad_object_id="aad-ann",
            roles=frozenset({"team_manager", "service_manager"}),
            team="South",
            service="Care",
            line_manager="P-1",
            working_days=frozenset({0, 1}),
        )
    ]
    assert checked.changes.new == ("P-3",)
    assert checked.changes.missing == 2


def test_columns_that_the_file_lacks_stay_as_they_are() -> None:
    checked = check("id|name|roles|team\nP-1|Tess Moor|TM|South\nP-2|Wes Lund|social worker|North")
    assert checked.to_write == [replace(TESS, team="South")]
    assert checked.changes.changed == {"P-1": ("team",)}
    assert checked.changes.moved == (Moved("P-1", "North", "South"),)
    assert checked.changes.unchanged == 1
    assert checked.kept == ["email", "aad_object_id", "service", "line_manager", "working_days"]


def test_a_blank_cell_empties_what_was_known_but_never_the_sign_in() -> None:
    checked = check(f"{ALL}\nP-1|Tess Moor|||TM|North|||")
    assert checked.to_write == [replace(TESS, email="")]


def test_the_same_file_again_changes_nothing() -> None:
    text = f"{ALL}\nP-3|Ann Ode|||TM|South||P-4|1-3\nP-4|Al Ode|||TM|South||P-1|"
    first = check(text)
    known = KNOWN | {person.id: person for person in first.to_write}
    again = check(text, known=known)
    assert (again.to_write, again.changes.unchanged) == ([], 2)


def test_people_missing_from_a_full_list_have_left_today() -> None:
    checked = check("id|name|roles|team\nP-1|Tess Moor|TM|North", full=True)
    assert checked.to_write == [replace(WES, left_on=TODAY)]
    assert checked.changes.left == ("P-2",)
    gone = KNOWN | {"P-2": replace(WES, left_on=date(2026, 1, 1))}
    again = check("id|name|roles|team\nP-1|Tess Moor|TM|North", full=True, known=gone)
    assert again.to_write == []


def test_people_missing_from_any_other_list_stay() -> None:
    checked = check("id|name|roles|team\nP-1|Tess Moor|TM|North")
    assert (checked.to_write, checked.changes.missing) == ([], 1)


def test_somebody_who_comes_back_has_their_record_back() -> None:
    gone = KNOWN | {"P-1": replace(TESS, left_on=date(2026, 1, 1))}
    checked = check("id|name|roles|team\nP-1|Tess Moor|TM|North", known=gone)
    assert checked.to_write == [TESS]
    assert checked.changes.returned == ("P-1",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id|roles\nP-1|TM", "row 1: columns missing: name, team. Found: id, roles"),
        (
            "id|name|roles|team|line_manger\nP-1|T|TM|N|",
            "row 1, line_manger: is not a column of this list; did you mean 'line_manager'?",
        ),
        (
            "id|name|roles|team|shoe\nP-1|T|TM|N|9",
            "row 1, shoe: is not a column of this list",
        ),
        (
            "id|name|roles|team|team\nP-1|T|TM|N|N",
            "row 1, team: is the heading of more than one column",
        ),
        ("id|name|roles|team", "row 1: there are no rows under the headings"),
        (
            "id|name|roles|team\nP-1|Moor|TM|N|North",
            (
                "row 2: has more cells than there are headings; a value with a comma needs "
                "quotation marks around it"
            ),
        ),
        ("id|name|roles|team\n|T|TM|N", "row 2, id: is empty"),
        ("id|name|roles|team\nP-1||TM|N", "row 2, name: is empty"),
        (
            "id|name|roles|team\np-1|T|TM|N",
            "row 2, id: is written 'P-1' so far; an id keeps its capitals",
        ),
        ("id|name|roles|team\nP-7|A|TM|N\nP-7|B|TM|N", "row 3, id: is the same as in row 2"),
        (
            "id|name|roles|team\nP-1|T|team manger|N",
            "row 2, roles: no role 'team manger'; did you mean 'team_manager'?",
        ),
        ("id|name|roles|team\nP-1|T|TM;wizard|N", "row 2, roles: no role 'wizard'"),
        (
            "id|name|roles|team|email\nP-1|T|TM|N|tess at example",
            "row 2, email: 'tess at example' is not an e-mail address",
        ),
        (
            "id|name|roles|team|email\nP-7|A|TM|N|a@x.example\nP-8|B|TM|N|A@X.example",
            "row 3, email: is the same as in row 2",
        ),
        (
            "id|name|roles|team|email\nP-7|A|TM|N|TESS@example.org",
            "row 2, email: belongs to 'P-1', who is not in this file",
        ),
        (
            "id|name|roles|team|aad_object_id\nP-7|A|TM|N|AAD-tess",
            (
                "row 2, aad_object_id: belongs to 'P-1', who is not in this file; "
                "a person keeps their id"
            ),
        ),
        (
            "id|name|roles|team|aad_object_id\nP-7|A|TM|N|x\nP-8|B|TM|N|X",
            "row 3, aad_object_id: is the same as in row 2",
        ),
        (
            "id|name|roles|team|line_manager\nP-7|A|TM|N|P-099",
            "row 2, line_manager: no person 'P-099'",
        ),
        (
            "id|name|roles|team|line_manager\nP-7|A|TM|N|wes lund",
            "row 2, line_manager: is a name; write the id: P-2",
        ),
        (
            "id|name|roles|team|line_manager\nP-7|A|TM|N|Nobody Known",
            "row 2, line_manager: is not the id of anybody in the staff list",
        ),
        (
            "id|name|roles|team|line_manager\nP-7|A|TM|N|P-7",
            "row 2, line_manager: goes round in a circle: P-7 → P-7",
        ),
        (
            "id|name|roles|team|line_manager\nP-1|Tess Moor|TM|North|P-2",
            "row 2, line_manager: goes round in a circle: P-1 → P-2 → P-1",
        ),
        (
            "id|name|roles|team|working_days\nP-1|T|TM|N|never",
            (
                "row 2, working_days: 'never' is not a day of the week; "
                "write it as Mon-Fri, Mon;Tue;Thu or 1-5, Monday being 1"
            ),
        ),
    ],
)
def test_every_fault_says_row_column_and_reason(text: str, said: str) -> None:
    assert told(text) == [said]


def test_all_faults_come_in_one_go_in_order_of_rows() -> None:
    rows = told("id|name|roles|team|line_manager\nP-7||wizard|N|P-9\nP-8|B|TM|N|\nP-8|C|TM|N|P-9")
    assert rows == [
        "row 2, line_manager: no person 'P-9'",
        "row 2, name: is empty",
        "row 2, roles: no role 'wizard'",
        "row 4, id: is the same as in row 3",
        "row 4, line_manager: no person 'P-9'",
    ]


def test_a_circle_of_three_is_told_once_and_those_below_it_are_not_blamed() -> None:
    text = "id|name|roles|team|line_manager\nP-5|E||N|P-6\nP-6|F||N|P-7\nP-7|G||N|P-8\nP-8|H||N|P-6"
    assert told(text) == ["row 3, line_manager: goes round in a circle: P-6 → P-7 → P-8 → P-6"]


def test_an_address_may_pass_on_from_somebody_who_left_but_a_sign_in_may_not() -> None:
    gone = {"P-1": replace(TESS, left_on=date(2026, 1, 1))}
    text = "id|name|roles|team|email|aad_object_id\nP-7|T|TM|N|tess@example.org|{}"
    assert told(text.format(""), known=gone) == []
    assert told(text.format("aad-tess"), known=gone)[0].startswith("row 2, aad_object_id: belongs")
    assert told(text.format(""), full=True) == []


cells = st.text("abP-1 2;@./|\n\u200bMonTM", max_size=8)


@given(st.lists(st.lists(cells, min_size=9, max_size=9), max_size=6), st.booleans())
def test_no_list_however_odd_breaks_the_check(rows: list[list[str]], full: bool) -> None:
    given_table = table("\n".join([ALL, *("|".join(c.replace("|", "") for c in r) for r in rows)]))
    checked = check_people(given_table, KNOWN, roles=ROLES, today=TODAY, full=full)
    assert not (checked.faults and checked.to_write)
    if not checked.faults:
        ids = [person.id for person in checked.to_write]
        assert len(ids) == len(set(ids))
        assert all(person.id and person.name for person in checked.to_write)
