"""A row counts for the entry that acted, once, and never because a list names it."""

from __future__ import annotations

from datetime import date

from tests.town import framework
from year.ledger import Ledger, Served

FIRST = Served(day=date(2026, 4, 1), kind="audit_allocated", person="P1")
LATER = Served(day=date(2026, 5, 1), kind="digest", person="P2")


def test_a_row_keeps_its_first_time() -> None:
    ledger = Ledger(framework("herefordshire"))
    entry = ledger.framework.programmes["case_file_audit"].selection
    ledger.note([entry], FIRST)
    ledger.note([entry], LATER)
    assert ledger.rows == dict.fromkeys(entry.ref, FIRST)
    assert set(entry.ref).isdisjoint(ledger.missing)


def test_nothing_is_served_by_being_in_the_file() -> None:
    ledger = Ledger(framework("sefton"))
    assert ledger.missing == ledger.every_row()
    assert len(ledger.missing) == 60
    assert "Sefton: 0 of 60 rows" in ledger.lines()[0]


def test_what_holds_others_counts_only_for_what_none_of_them_has() -> None:
    ledger = Ledger(framework("herefordshire"))
    audit = ledger.framework.programmes["case_file_audit"]
    upload = next(one for one in ledger.framework.activities if one.key == "upload")
    assert audit.moderation
    assert "HER-10" in audit.ref
    ledger.note([audit, audit.moderation, *audit.follow_up], FIRST)
    assert ledger.rows == {}
    ledger.note([upload], LATER)
    assert ledger.rows == {"HER-10": LATER}


def test_a_part_that_nothing_inside_answers_for_keeps_its_row() -> None:
    ledger = Ledger(framework("sefton"))
    moderation = ledger.framework.programmes["deep_dive_audit"].moderation
    assert moderation
    ledger.note([moderation], FIRST)
    assert set(ledger.rows) == {"SEF-21"}


def test_an_entry_that_is_switched_off_serves_nothing() -> None:
    ledger = Ledger(framework("herefordshire"))
    entry = ledger.framework.programmes["case_file_audit"].selection
    ledger.note([entry.model_copy(update={"on": False})], FIRST)
    assert ledger.rows == {}


def test_rows_of_another_document_do_not_count() -> None:
    ledger = Ledger(framework("herefordshire"))
    ledger.note([framework("sefton").safety_button], FIRST)
    assert ledger.rows == {}


def test_the_ledger_tells_other_tools_the_same() -> None:
    ledger = Ledger(framework("herefordshire"))
    entry = ledger.framework.programmes["case_file_audit"].selection
    ledger.note([entry], FIRST)
    data = ledger.data()
    assert data["rows"] == {
        row: {"day": "2026-04-01", "kind": "audit_allocated", "person": "P1"}
        for row in sorted(entry.ref)
    }
    assert data["missing"] == list(ledger.missing)
