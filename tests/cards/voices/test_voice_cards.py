"""What the cards of voices say and offer in each state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.card import Card
from cards.elements import to_dict
from cards.voices.feedback_coverage import FeedbackCoverage
from cards.voices.feedback_differences import FeedbackDifferences
from cards.voices.feedback_prompt import FeedbackPrompt
from cards.voices.feedback_start import FeedbackStart
from cards.voices.feedback_team import FeedbackTeam
from cards.voices.parts import CHILD, EXAMPLE_VOICES, OTHERS, voice_sections
from cards.voices.voice_form import VoiceForm
from tests.cards.walk import nodes, words


def verbs(card: Card) -> set[str]:
    return {str(node["verb"]) for _, node in nodes(card.render()) if "verb" in node}


def inputs(card: Card) -> dict[str, object]:
    drawn = nodes(card.render())
    found = [node for _, node in drawn if str(node.get("type")).startswith("Input.")]
    return {str(node["id"]): node.get("value") for node in found}


@pytest.mark.parametrize("form", VoiceForm.examples(), ids=lambda one: one.state)
def test_only_what_is_being_written_has_a_form(form: VoiceForm) -> None:
    offered = verbs(form)
    writing = form.state == "writing"
    for verb in ("keep_voice", "miss_voice", "drop_voice"):
        assert (verb in offered) == writing
    assert ("finish_voice" in offered) == (writing or (form.state == "heard" and form.may_write))


def test_each_answer_has_a_field_of_its_own_apart_from_the_summary() -> None:
    form = VoiceForm.examples()[0]
    assert {"answer_1", "answer_2", "answer_3", "summary"} <= inputs(form).keys()
    assert "agreed" in inputs(form)
    child = VoiceForm.examples()[1]
    assert "agreed" not in inputs(child)
    assert "In the child's own words" in words(child.render())


def test_a_rating_and_a_wish_are_asked_only_where_the_council_asks() -> None:
    plain, rated = VoiceForm.examples()[0], VoiceForm.examples()[2]
    assert {"rating", "wished"}.isdisjoint(inputs(plain))
    assert {"rating", "wished"} <= inputs(rated).keys()


def test_what_was_typed_stands_in_the_form_again() -> None:
    typed = {"agreed": "yes", "medium": "Form 7", "worry": "now"}
    again = inputs(replace(VoiceForm.examples()[0], values=typed))
    assert {key: again[key] for key in typed} == typed


def test_a_notification_names_nobody_and_quotes_nothing() -> None:
    for form in VoiceForm.examples():
        said = f"{form.summary} {form.render()['fallbackText']}"
        assert "listens" not in said
        assert "mother" not in said


def test_the_child_comes_first_and_apart() -> None:
    drawn = str([to_dict(section) for section in voice_sections(EXAMPLE_VOICES[::-1], 500)])
    assert drawn.index(CHILD) < drawn.index("She comes when") < drawn.index(OTHERS)
    assert drawn.index(OTHERS) < drawn.index("Nobody told us")
    assert voice_sections([], 500) == []


def test_the_team_names_who_is_missing_before_the_others() -> None:
    some, whole = FeedbackTeam.examples()
    said = words(some.render())
    assert said.index("None yet") < said.index("Ada Okafor") < said.index("With feedback")
    assert "2 missing" in said
    assert "None yet" not in words(whole.render())


def test_coverage_lists_as_many_records_as_fit() -> None:
    some, whole, many = FeedbackCoverage.examples()
    assert "2 of 4 have answered" in words(some.render())
    assert "Not asked yet" not in words(whole.render())
    assert "and 80 more." in words(many.render())


def test_differences_say_both_ways_and_quote_nobody() -> None:
    both, none, many = FeedbackDifferences.examples()
    assert "2 of 14 differ" in words(both.render())
    assert "0 of 14 differ" in words(none.render())
    assert "5 more." in words(many.render())


def test_where_feedback_begins_asks_no_more_than_it_must() -> None:
    one, several, manager, lacking = FeedbackStart.examples()
    assert inputs(one).keys() == {"record", "speaker"}
    assert "source" in inputs(several)
    assert "ask_for_feedback" in verbs(several)
    assert "practitioner" in inputs(manager)
    assert "I know no C-99." in words(lacking.render())


def test_a_request_that_was_answered_asks_no_more() -> None:
    asked, _, done = FeedbackPrompt.examples()
    assert verbs(asked) == {"answer_prompt"}
    assert verbs(done) == set()
