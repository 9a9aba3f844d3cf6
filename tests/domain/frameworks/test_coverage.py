from __future__ import annotations

from domain.frameworks.coverage import Covered, coverage, totals, unanswered
from domain.frameworks.rows import ROWS, SILENCES, is_silence, row_fault, rows_of, silences_of
from domain.frameworks.walk import entries, parts
from tests.domain.frameworks.samples import NOTICE, SMALL, changed, read

SERVED = frozenset({"WES-01", "WES-02"})


def rows_of_small(text: str = SMALL) -> dict[str, Covered]:
    return {row.row: row for row in coverage(read(text), SERVED)}


def test_each_row_stands_there_once_and_in_order() -> None:
    rows = [covered.row for covered in coverage(read(SMALL))]
    assert rows == [f"WES-{number:02}" for number in range(1, 13)]


def test_a_row_says_every_place_that_answers_it() -> None:
    rows = rows_of_small(changed('key = "second"', 'key = "second"\nref = ["WES-01", "WES-03"]'))
    assert rows["WES-01"].entries == ("programmes.file_audit", "programmes.file_audit.seats[1]")
    assert rows["WES-03"].entries == ("programmes.file_audit.seats[1]",)


def test_a_row_is_served_where_an_entry_names_it_and_a_test_makes_it_happen() -> None:
    rows = rows_of_small(changed('key = "second"', 'key = "second"\nref = ["WES-03"]'))
    assert rows["WES-01"].state == "served"
    assert rows["WES-03"].state == "declared"


def test_a_row_that_nothing_answers_is_missing_whatever_tests_say() -> None:
    assert rows_of_small()["WES-02"] == Covered("WES-02", (), "missing")


def test_what_is_switched_off_still_answers_its_row() -> None:
    text = SMALL + '[[nudges]]\nkey = "later"\ntitle = "Later"\non = false\nref = ["WES-05"]\n'
    assert rows_of_small(text)["WES-05"].entries == ("nudges[0]",)


def test_the_totals_add_up_to_the_rows() -> None:
    text = changed('ref = ["WES-01"]', 'ref = ["WES-01", "WES-07", "WES-08"]')
    count = totals(rows_of_small(text).values())
    assert (count.served, count.declared, count.missing, count.rows) == (1, 2, 9, 12)


def test_a_document_without_a_file_is_missing_row_by_row() -> None:
    rows = unanswered("COL", ROWS["COL"])
    assert (rows[0].row, rows[-1].row, len(rows)) == ("COL-01", "COL-40", 40)
    assert totals(rows).missing == 40


def test_every_councils_silences_are_of_the_98_and_together_all_of_them() -> None:
    asked = {prefix: silences_of(prefix) for prefix in ROWS}
    assert {silence for found in asked.values() for silence in found} == set(rows_of("E", SILENCES))
    assert all("E-01" in found for found in asked.values())
    assert [prefix for prefix, found in asked.items() if "E-71" in found] == ["SOM"]
    assert silences_of("WES") == ()


def test_the_five_documents_have_270_rows_and_98_silences() -> None:
    assert sum(ROWS.values()) == 270
    assert SILENCES == 98
    assert is_silence("E-01")
    assert is_silence("E-98")
    assert not is_silence("E-99")


def test_rows_are_written_with_two_figures() -> None:
    assert rows_of("HER", 3) == ("HER-01", "HER-02", "HER-03")
    assert row_fault("HER-43", "HER", 43) is None
    assert row_fault("HER-44", "HER", 43) is not None


def test_every_part_has_a_place_of_its_own() -> None:
    places = [place for place, _ in parts(read(SMALL + NOTICE))]
    assert len(places) == len(set(places))
    assert "programmes.file_audit.seats[1].due" in places
    assert "programmes.file_audit.notice.when" in places
    assert "roles.team_manager" in places


def test_only_entries_answer_rows() -> None:
    places = {place for place, _ in entries(read(SMALL))}
    assert "programmes.file_audit.areas[0]" in places
    assert "roles.team_manager" not in places
