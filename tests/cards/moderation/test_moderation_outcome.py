"""What moderation came to: who decided, what differed, and no grade twice."""

from __future__ import annotations

from dataclasses import replace

from cards.moderation.moderation_outcome import ModerationOutcome
from cards.moderation.parts import SideBySide
from domain.refs import Ref
from tests.cards.walk import words

OVERALL = SideBySide(
    number=0, name="Overall", grades=(("Evaluator", "Good"), ("Final", "Inadequate"))
)
CARD = ModerationOutcome(
    ref=Ref("audit", "7"),
    version=3,
    case="C-24113",
    programme="Practice evaluation",
    overall="Requires improvement to be good",
    deciders=("Mo Rahman",),
    reason="Father unheard.",
)


def test_whoever_decided_reads_you() -> None:
    said = words(replace(CARD, deciders=("You", "Helen Brandt"), changed=(OVERALL,)).render())
    assert "You and Helen Brandt decided. One grade differed." in said


def test_the_overall_grade_stands_once() -> None:
    short = replace(CARD, overall="Good", kept=(OVERALL,))
    assert "Final grade for C-24113: Good" in words(short.render())
    assert "Overall\nGood" not in words(short.render())
    # a long grade does not fit into the title
    assert "Overall\nRequires improvement to be good" in words(CARD.render())
    beside = words(replace(CARD, changed=(OVERALL,)).render())
    assert "Overall\nEvaluator\nGood\nFinal\nInadequate" in beside
    assert "Overall\nRequires" not in beside


def test_where_nothing_was_graded_nobody_agreed_with_grades() -> None:
    said = words(replace(CARD, overall="").render())
    assert "Mo Rahman read it as well." in said
    assert "What they saw\nFather unheard." in said
    assert "grade" not in said
