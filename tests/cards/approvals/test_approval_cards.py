"""The words of the cards of approvals."""

from __future__ import annotations

from dataclasses import replace

from cards.approvals.approval import ApprovalCard
from cards.approvals.approval_form import ApprovalForm
from cards.approvals.approvals import Approvals
from tests.cards.walk import of_type, words

ONE, FOUR, MINE, BACK, DONE = ApprovalCard.examples()[:5]
SINGLE, QUARTERS, CAME_BACK, DROPPED = ApprovalForm.examples()[:4]


def test_the_notification_tells_the_title_and_nothing_that_was_written() -> None:
    for card in ApprovalCard.examples():
        said = card.summary or ""
        assert card.name in said
        for item in card.items:
            for _, answer in item.answers:
                assert answer not in said
            assert not item.reason or item.reason not in said
        assert card.sender not in said


def test_only_whoever_decides_has_buttons() -> None:
    assert of_type(ONE.render(), "Action.Execute")
    for card in (MINE, BACK, DONE):
        assert not of_type(card.render(), "Action.Execute")


def test_several_items_can_be_passed_one_by_one_and_one_alone_needs_no_choice() -> None:
    (which,) = of_type(FOUR.render(), "Input.ChoiceSet")
    assert [one["title"] for one in which[1]["choices"]] == [
        "All that wait for you",
        "First quarter",
        "Second quarter",
        "Third quarter",
        "Fourth quarter",
    ]
    assert not of_type(ONE.render(), "Input.ChoiceSet")
    some = replace(FOUR, to_decide=(2, 4))
    (left,) = of_type(some.render(), "Input.ChoiceSet")
    assert [one["value"] for one in left[1]["choices"]] == ["all", "2", "4"]


def test_what_came_back_says_why_and_from_whom() -> None:
    said = words(BACK.render())
    assert "Too wide." in said
    assert "Returned by Ava Stone" in said
    assert "You sent this" in said


def test_the_form_names_who_passes_it_in_order_and_by_when() -> None:
    said = words(QUARTERS.render())
    assert "It goes to: Assistant Director, then Senior Management Team." in said
    assert "Wednesday 31 March" in said
    assert "All of them are needed." in said
    assert "Third quarter: Where does it come from?" in said


def test_what_was_asked_for_cannot_be_given_up_and_what_came_back_says_why() -> None:
    assert "Give it up" in words(SINGLE.render())
    assert "Give it up" not in words(QUARTERS.render())
    assert "Please choose what the inspection asked for." in words(CAME_BACK.render())
    assert not of_type(DROPPED.render(), "Input.Text")


def test_the_list_leaves_out_what_is_empty_and_counts_what_it_hides() -> None:
    three, many, none = Approvals.examples()
    assert "Waits for you" in words(three.render())
    assert "12 more." in words(many.render())
    assert "You can send" not in words(none.render())
