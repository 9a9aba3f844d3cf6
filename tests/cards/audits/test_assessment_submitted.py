"""The auditor's receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from cards.audits.assessment_submitted import AssessmentSubmitted
from cards.audits.parts import AreaGrade
from domain.refs import Ref
from tests.cards.walk import buttons, of_type, words

CARD = AssessmentSubmitted(
    ref=Ref("assessment", "7"),
    version=23,
    case="C-24113",
    programme="Deep dive audit",
    submitted_at=datetime(2026, 7, 17, 14, 12, tzinfo=UTC),
    areas=(AreaGrade(number=1, name="Recording", grade=None),),
    overall="Good",
)


def test_it_says_when_it_was_sent_in_london_time() -> None:
    assert "You submitted it at 15:12 on Friday 17 July." in words(CARD.render())


def test_it_shows_what_was_sent() -> None:
    read = words(CARD.render())
    assert "Overall\nGood" in read
    assert "1 · Recording\nNo grade" in read


def test_it_can_be_withdrawn_only_while_that_is_allowed() -> None:
    assert buttons(CARD.render()) == ["Open"]
    until = datetime(2026, 7, 18, 14, 12, tzinfo=UTC)
    card = replace(CARD, may_withdraw=True, withdraw_until=until).render()
    assert buttons(card) == ["Open", "Withdraw"]
    assert "You can withdraw it until 15:12 on Saturday 18 July and change it." in words(card)


def test_a_finished_card_asks_for_nothing() -> None:
    assert of_type(CARD.render(), "Input.") == []


def test_findings_without_grades_have_no_table() -> None:
    assert of_type(replace(CARD, areas=(), overall=None).render(), "Table") == []


def test_once_it_is_final_it_says_so_beside_the_grade_that_others_decided() -> None:
    read = words(replace(CARD, is_final=True, final="Inadequate").render())
    assert read.startswith("Deep dive audit · C-24113\nFinal")
    assert "Yours\nGood\nFinal\nInadequate" in read
    assert "Overall\nGood" in words(replace(CARD, is_final=True).render())
