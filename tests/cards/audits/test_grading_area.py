"""The form of one area."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from cards.audits.grading_area import AreaValues, GradingArea
from cards.audits.parts import EXAMPLE_UNSAFE, GradeChoice
from domain.refs import Ref
from tests.cards.walk import buttons, find, of_type, words

SCALE = (
    GradeChoice(value="good", title="Good", meaning="Sound."),
    GradeChoice(value="poor", title="Poor"),
)
AREA = GradingArea(
    ref=Ref("area", "7-3"),
    version=5,
    case="C-24113",
    programme="Deep dive audit",
    number=3,
    areas=8,
    name="Assessment",
    due=date(2026, 11, 30),
    working_days_left=10,
    prompts=("Is it current?",),
    grades=SCALE,
)


def inputs(card: GradingArea) -> list[str]:
    return [node["id"] for _, node in of_type(card.render(), "Input.")]


def test_the_form_asks_for_grade_evidence_strengths_and_development() -> None:
    assert inputs(AREA) == ["grade", "evidence", "strengths", "develop"]
    assert buttons(AREA.render()) == ["Next", "Save for later", "Back"]


def test_all_three_ways_out_save() -> None:
    verbs = [node["verb"] for _, node in of_type(AREA.render(), "Action.Execute")]
    assert verbs == ["finish_area", "save_area", "leave_area"]


def test_without_a_scale_no_grade_is_asked_for() -> None:
    card = replace(AREA, grades=())
    assert card.findings_only
    assert inputs(card) == ["evidence", "strengths", "develop"]
    assert "grade" not in card.render()["fallbackText"]


def test_not_applicable_is_a_choice_only_where_it_is_allowed() -> None:
    def titles(card: GradingArea) -> list[str]:
        grade = find(card.render(), "Input.ChoiceSet", id="grade")
        return [choice["title"] for choice in grade["choices"]]

    assert titles(AREA) == ["Good", "Poor"]
    assert titles(replace(AREA, allows_not_applicable=True))[-1] == "Not applicable to this child"
    assert "If not applicable, why." in str(replace(AREA, allows_not_applicable=True).render())
    assert "If not applicable" not in str(AREA.render())


def test_a_look_back_is_asked_for_only_when_it_is_needed() -> None:
    window = replace(AREA, window_start=date(2026, 5, 2))
    assert "look_back" not in inputs(window)
    asked = replace(window, ask_look_back=True, values=AreaValues(look_back="An old plan."))
    field = find(asked.render(), "Input.Text", id="look_back")
    assert field["label"] == "Why look back before 2 May 2026?"
    assert field["value"] == "An old plan."
    assert "look_back" not in inputs(replace(AREA, ask_look_back=True))


def test_the_draft_comes_back_as_it_was() -> None:
    values = AreaValues(grade="good", evidence="a", strengths="b", develop="c")
    card = replace(AREA, values=values).render()
    drawn = {node["id"]: node.get("value") for _, node in of_type(card, "Input.")}
    assert drawn == {"grade": "good", "evidence": "a", "strengths": "b", "develop": "c"}


def test_the_line_says_when_it_is_due_and_when_it_was_saved() -> None:
    saved = replace(
        AREA, saved_at=datetime(2026, 11, 16, 14, 2, tzinfo=UTC), today=date(2026, 11, 16)
    )
    assert saved.render()["body"][2]["text"] == (
        "Due Monday 30 November, 10 working days left. Draft saved at 14:02."
    )
    later = replace(saved, today=date(2026, 11, 18)).render()
    assert later["body"][2]["text"].endswith("Draft saved at 14:02 on Monday 16 November.")


def test_only_grades_with_a_meaning_are_explained() -> None:
    read = words(AREA.render())
    assert "**Good** Sound." in read
    assert "**Poor**" not in read
    bare = replace(AREA, grades=(SCALE[1],), prompts=())
    assert "What each grade means" not in words(bare.render())
    assert "What to look at" not in words(bare.render())


def test_the_limit_is_the_framework_s() -> None:
    card = replace(AREA, text_limit=1500).render()
    assert find(card, "Input.Text", id="develop")["maxLength"] == 1500
    assert "1,500 characters" in str(card)


def test_the_server_s_line_stands_over_the_grade() -> None:
    body = replace(AREA, notice="Please choose one.", notice_field="grade").render()["body"]
    at = [node.get("id") for node in body].index("grade")
    assert body[at - 1]["text"] == "Please choose one."


def test_the_unsafe_band_is_last_and_only_where_it_is_wanted() -> None:
    assert "raise_response" not in str(AREA.render())
    last = replace(AREA, unsafe=EXAMPLE_UNSAFE).render()["body"][-1]
    assert "Child may be unsafe" in str(last)
