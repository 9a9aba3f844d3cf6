from __future__ import annotations

from copy import deepcopy

from bot.teams.activities import card_activity, text_activity


def test_the_librarys_copy_of_an_activity_shares_its_card_and_nothing_that_is_filled_in() -> None:
    card = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "Hello"}]}
    ours = card_activity(card, "A summary")
    theirs = deepcopy(ours)
    theirs.id, theirs.input_hint, theirs.service_url = "1", "acceptingInput", "https://a.example"

    assert theirs.attachments[0].content is card
    assert (ours.id, ours.input_hint, ours.service_url) == (None, None, None)
    assert (theirs.type, theirs.summary) == ("message", "A summary")


def test_a_line_of_text_is_copied_too() -> None:
    ours = text_activity("Hello")
    theirs = deepcopy(ours)
    theirs.text = "Goodbye"
    assert ours.text == "Hello"
