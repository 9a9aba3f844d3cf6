from __future__ import annotations

from domain.lists.checked import Changes, Checked, Moved, RowFault
from domain.lists.describe import describe


def test_faults_are_listed_and_nothing_else() -> None:
    checked: Checked[str] = Checked(
        noun="people",
        faults=[RowFault(14, "line_manager", "no person 'P-099'"), RowFault(15, "", "is bad")],
        changes=Changes(new=("P-1",)),
    )
    assert describe(checked) == [
        "row 14, line_manager: no person 'P-099'",
        "row 15: is bad",
        "Nothing was written: 2 faults in the file.",
    ]


def test_changes_are_told_one_kind_a_line() -> None:
    checked = Checked(
        noun="people",
        to_write=["P-1", "P-2", "P-3", "P-4"],
        changes=Changes(
            new=("P-1",),
            changed={"P-2": ("team", "roles")},
            unchanged=7,
            left=("P-3",),
            returned=("P-4",),
            moved=(Moved("P-2", "North", ""),),
        ),
        kept=("service",),
        full=True,
    )
    assert describe(checked) == [
        "10 people in the file: 1 new, 2 changed, 7 unchanged.",
        "New: P-1",
        "Changed: P-2 (team, roles)",
        "Moved team: P-2 from North to none",
        "Back again: P-4",
        "Left: P-3",
        "With --full, people who are not in the file are marked as left.",
        "Columns not in the file, left as they are: service",
        "Written: 4 people.",
    ]


def test_a_dry_run_says_that_nothing_was_written() -> None:
    checked = Checked(noun="records", to_write=["C-1"], changes=Changes(new=("C-1",), missing=3))
    assert describe(checked, dry_run=True) == [
        "1 record in the file: 1 new, 0 changed, 0 unchanged.",
        "New: C-1",
        "Not in the file and left as before: 3 records.",
        "Nothing was written: this would write 1 record.",
    ]


def test_a_list_that_changes_nothing_says_so() -> None:
    checked: Checked[str] = Checked(noun="records", changes=Changes(unchanged=2))
    assert describe(checked)[-1] == "Nothing to write: everything is as it was."


def test_long_lists_are_cut() -> None:
    new = tuple(f"C-{number}" for number in range(25))
    checked = Checked(noun="records", to_write=new, changes=Changes(new=new))
    assert describe(checked)[1].endswith("C-19 and 5 more")
