"""The cards on which people comment, write, sign off and recommend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.follow_up.follow_up_alert import FollowUpAlert
from cards.follow_up.follow_up_form import FollowUpForm
from cards.follow_up.follow_up_sign_off import FollowUpSignOff
from cards.follow_up.parts import Answered
from cards.follow_up.recommendation_agenda import AgendaLine, RecommendationAgenda
from cards.follow_up.recommendations import Recommendations, Recommended
from domain.refs import Ref
from tests.cards.walk import buttons, find, of_type, words

ALERT = FollowUpAlert.examples()[0]
REVIEW = FollowUpForm.examples()[0]
SIGN = FollowUpSignOff.examples()[0]
SAID = Answered(ask="How far?", words="All *done*.", by="Tess Marlow", on=date(2025, 10, 30))
POINT = AgendaLine(
    ref=Ref("follow_up", "21"),
    version=4,
    case="C-1",
    words="Meet every four weeks.",
    owner="Tess Marlow",
    state="no evidence yet",
)
AGENDA = RecommendationAgenda(
    ref=Ref("agenda", "case_audit"),
    version=1,
    programme="Case audit",
    meeting="Getting to Outstanding",
    points=(POINT,),
)
EMPTY = Recommendations.examples()[0]


def test_an_alert_that_asks_for_a_comment_has_a_box_and_a_button() -> None:
    card = ALERT.render()
    assert find(card, "Input.Text", id="comment")["maxLength"] == 2000
    assert buttons(card) == ["Send comment"]
    assert "you are reminded until it is there" in words(card)


def test_an_alert_that_only_tells_asks_nothing() -> None:
    card = replace(ALERT, asks_comment=False, due=None).render()
    assert of_type(card, "Input.") == []
    assert "For you to know" in words(card)


def test_the_comment_takes_the_place_of_the_box() -> None:
    card = replace(ALERT, asks_comment=False, comment="I go there.", by="Hal Grove").render()
    assert "Hal Grove wrote\nI go there." in words(card)
    assert of_type(card, "Input.") == []


def test_a_notification_of_an_alert_tells_neither_grade_nor_child() -> None:
    assert ALERT.summary == "Case file audit: something you should know"


def test_each_question_is_a_field_of_its_own() -> None:
    card = replace(REVIEW, asks=("How far?", "What next?")).render()
    fields = [(node["id"], node["label"]) for _, node in of_type(card, "Input.Text")]
    assert fields == [("answer_0", "How far?"), ("answer_1", "What next?")]


def test_a_yes_or_no_asks_for_its_reason_as_well() -> None:
    card = replace(REVIEW, asks=("Complete?",), yes_no=True).render()
    assert find(card, "Input.ChoiceSet", id="verdict_0")["label"] == "Complete?"
    assert find(card, "Input.Text", id="answer_0")["label"] == "What shows it (1)"


def test_what_was_typed_stands_there_again() -> None:
    card = replace(REVIEW, typed=(("answer_0", "Two of three"),)).render()
    assert find(card, "Input.Text", id="answer_0")["value"] == "Two of three"


def test_what_was_written_is_shown_letter_by_letter_and_asks_no_more() -> None:
    card = replace(REVIEW, asks=(), answered=(SAID,), state="done").render()
    assert "All *done*." in words(card)
    assert "Written by Tess Marlow on Thursday 30 October." in words(card)
    assert of_type(card, "Input.") == []


def test_whoever_is_only_told_sees_no_field() -> None:
    card = replace(REVIEW, asks=()).render()
    assert "Somebody else has been asked" in words(card)
    assert buttons(card) == []


def test_a_yes_stands_before_its_reason() -> None:
    card = replace(REVIEW, asks=(), answered=(replace(SAID, verdict="no"),)).render()
    assert "No. All *done*." in words(card)


def test_a_very_long_answer_keeps_the_card_small() -> None:
    long = replace(SAID, words="x" * 9000)
    card = replace(REVIEW, asks=(), answered=(long, long, long), state="done").render()
    assert len(str(card)) < 24_000


def test_a_sign_off_passes_or_returns_with_a_reason() -> None:
    card = SIGN.render()
    assert buttons(card) == ["Sign off", "Return"]
    assert find(card, "Input.Text", id="reason")["isRequired"] is True
    assert find(card, "Action.Execute", verb="return_follow_up")["data"] == {
        "id": "sign_off-13",
        "version": 3,
    }


def test_what_nobody_has_written_can_only_be_returned() -> None:
    assert buttons(replace(SIGN, state="missing").render()) == ["Return"]


def test_what_was_decided_has_no_buttons_left() -> None:
    for state in ("passed", "returned"):
        card = replace(SIGN, state=state, decided="Hal Grove did it").render()
        assert buttons(card) == []


def test_the_agenda_puts_what_has_evidence_first() -> None:
    ready = replace(POINT, ref=Ref("follow_up", "22"), case="C-2", evidence=True)
    read = words(replace(AGENDA, points=(POINT, ready)).render())
    assert read.index("C-2: Meet") < read.index("C-1: Meet")
    assert "Evidence is in for 1 of 2 recommendations." in read


def test_each_point_of_the_agenda_opens_by_a_press() -> None:
    press = find(AGENDA.render(), "Action.Execute", verb="open_follow_up")
    assert press["data"] == {"id": "follow_up-21", "version": 4}


def test_more_points_than_fit_are_counted() -> None:
    many = tuple(replace(POINT, case=f"C-{n}") for n in range(30))
    read = words(replace(AGENDA, points=many).render())
    assert "5 more come up as these are decided." in read
    assert "C-25:" not in read


def test_recommendations_are_listed_with_owner_and_state() -> None:
    one = Recommended(words="Meet.", owner="Tess Marlow", state="signed off")
    read = words(replace(EMPTY, kept=(one,)).render())
    assert "Meet.\nTess Marlow\nsigned off" in read
    assert "1 recommendation" in read


def test_whoever_only_reads_recommendations_gets_no_form() -> None:
    assert of_type(replace(EMPTY, owners=()).render(), "Input.") == []
