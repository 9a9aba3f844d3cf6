"""The words of the cards of alerts."""

from __future__ import annotations

from dataclasses import replace

from cards.alerts.alert import AlertCard
from cards.alerts.alert_count import AlertCount
from cards.alerts.alert_form import AlertForm
from cards.alerts.alert_signpost import AlertSignpost
from cards.alerts.alerts import Alerts
from tests.cards.walk import of_type, words

NEW, LATE, REPLIED, _, LAST = AlertCard.examples()[:5]
EMPTY = AlertForm.examples()[0]


def test_the_notification_names_nobody_and_quotes_nothing() -> None:
    for card in AlertCard.examples():
        said = card.summary or ""
        for secret in (card.concern, card.raiser, card.case, card.theme):
            assert not secret or secret not in said
        assert card.number in said


def test_a_reply_is_asked_of_those_who_were_told_alone() -> None:
    assert "Send reply" in words(NEW.render())
    assert "Send reply" not in words(LATE.render())
    assert "Take the next step" not in words(NEW.render())


def test_the_next_step_says_who_and_by_when_and_waits_to_be_pressed() -> None:
    said = words(LATE.render())
    assert "The next step is Formal" in said
    assert "Will Heath and Theo Brook would hear of it" in said
    assert "by Wednesday 16 December" in said
    assert "It is taken only if you press it." in said
    assert "Take the next step" not in words(LAST.render())
    assert "Dispute process: link not set." in words(LAST.render())


def test_what_was_replied_stands_with_its_time() -> None:
    assert "Reply of Theo Brook, 15:00 on Monday 7 December" in words(REPLIED.render())


def test_the_form_asks_only_what_the_council_has() -> None:
    said = words(EMPTY.render())
    assert "A talk is often better" in said
    assert "Concern or praise?" not in said
    assert "Which agency" not in said
    assert "Which agency" in words(replace(EMPTY, partner=True).render())
    assert "What it means for the child" not in words(replace(EMPTY, of_record=False).render())


def test_a_form_that_was_given_up_has_no_inputs() -> None:
    assert not of_type(replace(EMPTY, dropped=True).render(), "Input.Text")


def test_the_count_names_no_record_and_says_how_many_lines_are_hidden() -> None:
    some, many, none = AlertCount.examples()
    assert "Planning\n4\n0" in words(some.render())
    assert "8 more." in words(many.render())
    assert "0 alerts" in words(none.render())


def test_a_signpost_takes_no_words() -> None:
    new, sent = AlertSignpost.examples()
    assert not of_type(new.render(), "Input.Text")
    assert "I have sent the form" not in words(sent.render())


def test_the_list_tells_what_is_open_and_for_how_long() -> None:
    both = Alerts.examples()[0]
    said = words(both.render())
    assert "1 open" in said
    assert "open for 7 days" in said
