"""The words of the cards of what comes in."""

from __future__ import annotations

from cards.intake.intake import IntakeCard
from cards.intake.intake_count import IntakeCount
from cards.intake.intake_form import IntakeForm
from cards.nudges.standing_nudge import StandingNudge
from tests.cards.walk import of_type, words

EMPTY, FILLED, ASKED, BARE, DROPPED = IntakeForm.examples()
READ, OWN = IntakeCard.examples()[:2]


def test_the_notification_holds_no_reference_and_no_lesson() -> None:
    for card in IntakeCard.examples():
        said = card.summary or ""
        assert card.number in said
        for secret in (card.reference, card.lesson, card.theme):
            assert not secret or secret not in said


def test_the_form_asks_what_the_council_has_and_nothing_else() -> None:
    assert "Which way did it go?" in words(FILLED.render())
    assert "Which way did it go?" not in words(EMPTY.render())
    bare = words(BARE.render())
    assert "What does it teach us?" not in bare
    assert "What is it?" not in bare
    assert "Give it up" not in bare  # it counts already
    assert not of_type(DROPPED.render(), "Input.Text")


def test_once_words_were_asked_about_they_can_be_noted_as_they_are() -> None:
    assert "Note it as it is" in words(ASKED.render())
    assert "Note it as it is" not in words(FILLED.render())


def test_whoever_learns_from_it_changes_nothing() -> None:
    assert "Change it" not in words(READ.render())
    assert "Add an action" in words(OWN.render())
    assert "Put the calling list" in words(READ.render())


def test_the_count_shows_no_reference_and_says_how_many_outcomes_are_missing() -> None:
    full, many, none = IntakeCount.examples()
    said = words(full.render())
    assert "Complaint\n4\n2" in said
    assert "We call before we are late." in said
    assert "14 outcomes to add" in words(many.render())
    assert "4 more." in words(many.render())
    assert "Nothing in these two periods." in words(none.render())


def test_a_reminder_has_a_button_only_where_something_can_be_noted() -> None:
    plain, asked, listed, record, done = StandingNudge.examples()
    assert not of_type(plain.render(), "Action.Execute")
    assert "I have looked" in words(asked.render())
    (choice,) = of_type(listed.render(), "Input.ChoiceSet")
    assert choice[1]["isMultiSelect"]
    assert "C-24113" in words(record.render())
    assert not of_type(done.render(), "Action.Execute")
    assert "Two visits are late." in words(done.render())
