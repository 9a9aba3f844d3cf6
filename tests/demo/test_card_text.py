from __future__ import annotations

from cards.audits.audit_allocated import AuditAllocated
from cards.audits.grading_area import GradingArea
from cards.audits.grading_summary import GradingSummary
from cards.audits.my_work import MyWork
from cards.card import all_cards
from demo.card_text import card_text, plain

ALLOCATED = AuditAllocated.examples()[0].render()


def test_a_card_reads_from_its_band_to_its_buttons() -> None:
    lines = card_text(ALLOCATED)
    assert lines[:2] == [
        "Case file audit · C-23087   New",
        "# You are lead auditor for C-23087",
    ]
    assert lines[-2:] == [
        "[Start now] [Accept for later]",
        "[Can't take this one ▾] [Hand over ▾]",
    ]


def test_facts_have_their_titles() -> None:
    assert "Peer: Ivo Hart, IRO" in card_text(ALLOCATED)


def test_what_is_folded_up_stays_so() -> None:
    lines = card_text(ALLOCATED)
    assert "Details ▾" in lines
    assert not any("Grade on your own first." in line for line in lines)


def test_the_chosen_grade_is_marked_and_a_field_shows_what_is_in_it() -> None:
    empty, filled = (card_text(card.render(), 400) for card in GradingArea.examples()[:2])
    assert any(line.startswith("Grade: ( ) Outstanding  ( ) Good") for line in empty)
    assert any(line.startswith("Grade: ( ) Outstanding  (•) Good") for line in filled)
    assert "Evidence: what you saw, and where: ________" in empty
    assert "Areas to develop: what would help: Say what has changed since the last one." in filled


def test_a_table_has_a_line_for_each_row() -> None:
    lines = card_text(GradingSummary.examples()[0].render())
    assert "Area | Grade, press to change" in lines
    assert "4 · Relationships and direct work | Outstanding" in lines


def test_a_line_that_can_be_pressed_is_marked() -> None:
    lines = card_text(MyWork.examples()[0].render())
    assert sum(line.startswith("→ ") for line in lines) == 4


def test_a_long_line_goes_on_below_and_no_button_is_broken() -> None:
    lines = card_text(ALLOCATED, width=30)
    assert max(map(len, lines)) <= 30
    assert "[Start now] [Accept for later]" in lines


def test_markdown_and_its_escapes_are_read_as_words() -> None:
    assert plain(r"Due **Friday**, 2\*3 \[sic\]") == "Due Friday, 2*3 [sic]"


def test_every_card_there_is_can_be_read() -> None:
    for card in (one for kind in all_cards().values() for one in kind.examples()):
        lines = card_text(card.render())
        assert len(lines) > 2
        assert all(line.strip() and "\u00a0" not in line for line in lines)
