"""The last card before submitting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.audits.grading_summary import AreaLine, GradingSummary
from cards.audits.parts import EXAMPLE_UNSAFE, GradeChoice
from domain.refs import Ref
from tests.cards.walk import buttons, find, of_type, words


def line(number: int, grade: str | None) -> AreaLine:
    return AreaLine(
        ref=Ref("area", f"7-{number}"),
        version=10 + number,
        number=number,
        name=f"Name {number}",
        grade=grade,
    )


WHOLE = GradingSummary(
    ref=Ref("assessment", "7"),
    version=22,
    case="C-24113",
    programme="Deep dive audit",
    areas=(line(1, "Good"), line(2, "Inadequate")),
    due=date(2026, 11, 30),
    working_days_left=9,
    grades=(GradeChoice(value="good", title="Good"),),
    overall_question="Did we change anything?",
)
PART = replace(WHOLE, areas=(line(1, "Good"), line(2, None)))


def test_every_grade_can_be_pressed_and_names_its_own_row() -> None:
    press = find(WHOLE.render(), "Action.Execute", title="Inadequate, change area 2, Name 2")
    assert press["verb"] == "change_area"
    assert press["data"] == {"id": "area-7-2", "version": 12}


def test_the_overall_question_is_the_framework_s() -> None:
    assert find(WHOLE.render(), "Input.ChoiceSet", id="overall")["label"] == (
        "Did we change anything?"
    )


def test_without_an_overall_grade_the_findings_as_a_whole_are_asked_for() -> None:
    card = replace(WHOLE, grades=()).render()
    assert len(of_type(card, "Input.")) == 1
    assert find(card, "Input.Text", id="reason")["label"] == "Your findings as a whole"


def test_a_reason_is_asked_for_where_it_is_far_from_most_areas() -> None:
    assert find(WHOLE.render(), "Input.Text", id="reason")["label"] == (
        "What your overall grade rests on"
    )
    asked = replace(WHOLE, ask_reason=True).render()
    assert find(asked, "Input.Text", id="reason")["label"] == "Please say why"


def test_an_open_area_says_so_and_submit_stays() -> None:
    card = PART.render()
    assert find(card, "TextBlock", text="1 of 2")
    assert "Not yet graded" in words(card)
    assert buttons(card) == ["Submit audit", "Save for later", "Go to area 2"]
    assert find(card, "Action.Execute", title="Go to area 2")["data"]["id"] == "area-7-2"


def test_what_is_missing_is_the_first_line() -> None:
    card = replace(PART, notice="A grade is missing for area 2.").render()
    assert card["body"][3]["text"] == "A grade is missing for area 2."


def test_findings_are_written_not_graded() -> None:
    card = replace(PART, findings_only=True, grades=()).render()
    assert "Not yet written" in words(card)
    assert card["body"][1]["text"] == "Check your findings, then submit"


def test_late_is_bold() -> None:
    text = replace(WHOLE, working_days_left=-1).render()["body"][2]["text"]
    assert text == ("Nothing has been sent yet. Due Monday 30 November, **1 working day late**.")


def test_what_the_framework_lacks_is_not_shown() -> None:
    assert buttons(WHOLE.render()) == ["Submit audit", "Save for later"]
    more = replace(WHOLE, may_add_action=True, unsafe=EXAMPLE_UNSAFE).render()
    assert buttons(more) == [
        "Submit audit",
        "Save for later",
        "Add an action",
        "Child may be unsafe",
    ]
