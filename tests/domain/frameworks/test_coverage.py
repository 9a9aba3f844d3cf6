from __future__ import annotations

from domain.frameworks.coverage import coverage
from domain.frameworks.rows import ROWS, SILENCES, is_silence, row_fault, rows_of
from domain.frameworks.walk import entries, parts
from tests.domain.frameworks.samples import NOTICE, SMALL, changed, read


def test_each_row_stands_there_once_and_in_order() -> None:
    rows = [row for row, _ in coverage(read(SMALL))]
    assert rows == [f"WES-{number:02}" for number in range(1, 13)]


def test_a_row_says_every_place_that_answers_it() -> None:
    text = changed('key = "second"', 'key = "second"\nref = ["WES-01", "WES-03"]')
    named = dict(coverage(read(text)))
    assert named["WES-01"] == ("programmes.file_audit", "programmes.file_audit.seats[1]")
    assert named["WES-03"] == ("programmes.file_audit.seats[1]",)


def test_a_row_that_nothing_answers_has_no_places() -> None:
    assert dict(coverage(read(SMALL)))["WES-02"] == ()


def test_what_is_switched_off_still_answers_its_row() -> None:
    text = SMALL + '[[nudges]]\nkey = "later"\ntitle = "Later"\non = false\nref = ["WES-05"]\n'
    assert dict(coverage(read(text)))["WES-05"] == ("nudges[0]",)


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
