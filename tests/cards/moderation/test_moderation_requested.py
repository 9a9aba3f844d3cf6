"""Please moderate: what the card asks in each state, and that it gives no grade away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.moderation.moderation_requested import ModerationRequested
from tests.cards.walk import nodes, words

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
ASKED, ALONE, SEEN, *_ = ModerationRequested.examples()


def verbs(card: ModerationRequested) -> set[str]:
    """What can be pressed."""
    return {str(node["verb"]) for _, node in nodes(card.render()) if node.get("verb")}


@pytest.mark.parametrize("card", ModerationRequested.examples(), ids=lambda card: card.state)
def test_no_state_tells_a_grade(card: ModerationRequested) -> None:
    said = words(card.render())
    assert not [grade for grade in GRADES if grade in said]


def test_who_grades_alone_first_is_told_why() -> None:
    said = words(ASKED.render())
    assert "Grade it on your own first: the other two sets open when yours are saved" in said
    assert "the first grades open" in words(ALONE.render())
    assert "Read what was found" in words(SEEN.render())


def test_who_reads_at_once_is_not_asked_to_grade_alone() -> None:
    assert "Start grading" in words(ASKED.render())
    assert "Read and decide" in words(SEEN.render())


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("new", {"start_audit", "accept_audit", "decline_audit", "hand_over_audit"}),
        ("accepted", {"start_audit", "decline_audit", "hand_over_audit"}),
        ("held", {"decline_audit", "hand_over_audit"}),
        ("graded", {"open_audit"}),
        ("decided", set()),
        ("released", set()),
        ("handed_over", set()),
        ("cancelled", set()),
    ],
)
def test_each_state_offers_what_is_left_to_do(state: str, offered: set[str]) -> None:
    assert verbs(replace(ASKED, state=state)) == offered  # type: ignore[arg-type]  # parametrised


def test_late_work_is_said_in_bold_words() -> None:
    late = replace(ASKED, working_days_left=-2)
    assert "**2 working days late**" in str(late.render())


def test_the_notification_of_a_held_seat_asks_for_nothing() -> None:
    assert replace(ASKED, state="held").summary == "For you to know: you will moderate C-23087"
    assert ASKED.summary == "Moderation for you: C-23087, due Wednesday 28 October"
