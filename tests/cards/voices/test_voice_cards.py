"""What the cards of voices say and offer in each state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.card import Card
from cards.elements import to_dict
from cards.voices.feedback_coverage import FeedbackCoverage
from cards.voices.feedback_differences import FeedbackDifferences
from cards.voices.feedback_prompt import FeedbackPrompt
from cards.voices.feedback_round import FeedbackRound
from cards.voices.feedback_start import FeedbackStart
from cards.voices.feedback_team import FeedbackTeam
from cards.voices.feedback_themes import FeedbackThemes
from cards.voices.parts import CHILD, EXAMPLE_VOICES, OTHERS, voice_sections
from cards.voices.survey_asked import SurveyAsked
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
    for verb in ("keep_voice", "drop_voice"):
        assert (verb in offered) == writing
    assert ("miss_voice" in offered) == (writing and not form.own)
    assert ("tag_voice" in offered) == (form.state == "heard" and form.may_tag)
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
    one, several, manager, asks, lacking = FeedbackStart.examples()
    assert inputs(one).keys() == {"record", "speaker"}
    assert "source" in inputs(several)
    assert "ask_for_feedback" in verbs(several)
    assert "practitioner" in inputs(manager)
    assert inputs(asks).keys() == {"survey", "whom"}
    assert "ask_colleagues" in verbs(asks)
    assert "I know no C-99." in words(lacking.render())


def test_one_s_own_answer_asks_for_nothing_of_a_family() -> None:
    own = next(one for one in VoiceForm.examples() if one.own)
    assert inputs(own).keys() == {"answer_1", "answer_2", "answer_3", "theme"}
    said = words(own.render())
    assert "In your own words" in said
    assert "read without your name" in said
    assert "A colleague" not in said


def test_a_round_offers_to_send_the_questions_only_where_staff_answer() -> None:
    mine, outside, panel, ended, sent = FeedbackRound.examples()
    assert verbs(mine) == {"send_round", "close_round"}
    assert verbs(outside) == {"close_round"}
    assert "Form 12" in words(outside.render())
    assert verbs(panel) == {"send_round", "close_round"}
    assert "After\nTeam Safeguarding North" in words(panel.render())
    assert verbs(ended) == verbs(sent) == set()
    assert "Answers still count" in words(sent.render())
    nobody = replace(panel, asked=0)
    assert verbs(nobody) == {"close_round"}
    assert "Type feedback to ask others by name." in words(nobody.render())


def test_a_survey_that_was_answered_asks_no_more() -> None:
    asked, timed, done = SurveyAsked.examples()
    assert verbs(asked) == verbs(timed) == {"answer_survey"}
    assert "Thursday 31 December" in words(timed.render())
    assert verbs(done) == set()


def test_themes_are_counted_in_tables_and_quote_nobody() -> None:
    some, many, none = FeedbackThemes.examples()
    assert "6 pieces of feedback" in words(some.render())
    assert "2 more were asked and not heard." in words(some.render())
    assert "8 more." in words(many.render())
    assert "Way it came" in words(some.render())
    assert "Way it came" not in words(none.render())


def test_a_request_that_was_answered_asks_no_more() -> None:
    asked, _, done = FeedbackPrompt.examples()
    assert verbs(asked) == {"answer_prompt"}
    assert verbs(done) == set()
