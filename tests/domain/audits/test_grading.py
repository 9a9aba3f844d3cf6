"""What an assessment needs before it is complete; what is taken and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audits.assessment import NOT_APPLICABLE, AreaEntry, Assessment, AssessmentState
from domain.audits.grading import (
    TEXT_LIMIT,
    Difference,
    Grading,
    accept_grade,
    accept_overall,
    accept_words,
    dates_in,
    differences,
    looks_too_far_back,
    missing,
    missing_in,
    why_ask_reason,
)
from domain.faults import Fault
from tests.town import framework

HEREFORDSHIRE = Grading(
    framework=framework("herefordshire"),
    programme=framework("herefordshire").programme("case_file_audit"),
)
SEFTON = Grading(
    framework=framework("sefton"),
    programme=framework("sefton").programme("deep_dive_audit"),
    window_start=date(2026, 6, 1),
)
FINDINGS = replace(SEFTON, programme=SEFTON.programme.model_copy(update={"findings_only": True}))


def area(number: int, grade: str | None = "good", evidence: str = "Seen") -> AreaEntry:
    return AreaEntry(number=number, grade=grade, evidence=evidence)


def assessment(*grades: str | None, overall: str | None = "good", reason: str = "") -> Assessment:
    return Assessment(
        id=1,
        seat_id=1,
        state=AssessmentState.DRAFT,
        at_area=1,
        version=1,
        saved_at=datetime(2026, 12, 1, tzinfo=UTC),
        overall=overall,
        reason=reason,
        areas=tuple(area(number, grade) for number, grade in enumerate(grades, 1)),
    )


def test_the_scale_goes_from_best_to_worst() -> None:
    assert HEREFORDSHIRE.grade_keys == (
        "outstanding",
        "good",
        "requires_improvement",
        "inadequate",
    )


def test_not_applicable_stands_where_the_framework_allows_it() -> None:
    assert NOT_APPLICABLE in SEFTON.allowed
    assert NOT_APPLICABLE not in HEREFORDSHIRE.allowed


def test_findings_only_has_no_grades() -> None:
    assert FINDINGS.grade_keys == FINDINGS.allowed == ()
    assert accept_grade(FINDINGS, "good") is None


@pytest.mark.parametrize(
    ("grade", "title"),
    [
        (None, "Not yet graded"),
        (NOT_APPLICABLE, "Not applicable"),
        ("requires_improvement", "Requires improvement to be good"),
        ("from_an_older_scale", "from_an_older_scale"),
    ],
)
def test_grades_are_read_by_their_titles(grade: str | None, title: str) -> None:
    assert SEFTON.title_of(grade) == title


@pytest.mark.parametrize("grade", ["Good", "excellent", "good ", NOT_APPLICABLE])
def test_it_refuses_a_grade_outside_the_scale(grade: str) -> None:
    with pytest.raises(Fault, match=r"Please choose one: .*Inadequate\.") as refused:
        accept_grade(HEREFORDSHIRE, grade)
    assert refused.value.field == "grade"


def test_the_refusal_names_not_applicable_where_it_is_a_choice() -> None:
    with pytest.raises(Fault, match=r"Inadequate, or not applicable\."):
        accept_grade(SEFTON, "excellent")


def test_no_grade_yet_is_no_fault() -> None:
    assert accept_grade(SEFTON, "") is None
    assert accept_overall(SEFTON, "") is None


def test_the_overall_grade_cannot_be_not_applicable() -> None:
    assert accept_grade(SEFTON, NOT_APPLICABLE) == NOT_APPLICABLE
    with pytest.raises(Fault, match=r"Inadequate\.") as refused:
        accept_overall(SEFTON, NOT_APPLICABLE)
    assert refused.value.field == "overall"


def test_a_text_is_kept_letter_by_letter_but_for_blanks_around_it() -> None:
    assert accept_words(
        "evidence", "  Mum said: \u201cit\u2019s better\u201d\n\nand so it is "
    ) == ("Mum said: \u201cit\u2019s better\u201d\n\nand so it is")


@given(st.text(min_size=TEXT_LIMIT + 1, max_size=TEXT_LIMIT + 50, alphabet="ab\n"))
def test_a_text_over_the_limit_is_refused_and_never_cut(text: str) -> None:
    kept = text.strip()
    if len(kept) <= TEXT_LIMIT:
        assert accept_words("evidence", text) == kept
        return
    with pytest.raises(Fault, match="Nothing was saved or cut") as refused:
        accept_words("evidence", text)
    assert refused.value.field == "evidence"


def test_the_refusal_says_both_numbers_and_the_name_that_people_know() -> None:
    said = r"Your areas to develop has 2,001 characters and this box takes 2,000"
    with pytest.raises(Fault, match=said) as refused:
        accept_words("develop", "x" * 2001, said="areas to develop")
    assert refused.value.field == "develop"


@pytest.mark.parametrize("text", ["😀", "…", "--", "👍🏽 👍🏽"])
def test_it_refuses_a_text_without_a_word(text: str) -> None:
    with pytest.raises(Fault, match="I can keep words only"):
        accept_words("evidence", text)


def test_an_empty_text_is_empty() -> None:
    assert accept_words("evidence", " \n ") == ""


@pytest.mark.parametrize(
    ("entry", "lacks"),
    [
        (area(2), []),
        (area(2, None), ["a grade for area 2"]),
        (area(2, None, ""), ["a grade for area 2"]),
        (area(2, evidence=""), ["evidence for area 2"]),
        (
            area(2, NOT_APPLICABLE, ""),
            ["why area 2 is not applicable (say it under Evidence)"],
        ),
        (area(2, NOT_APPLICABLE, "No plan yet"), []),
        (
            area(2, evidence="Seen on 31 May 2026"),
            ["why you looked further back in area 2"],
        ),
    ],
)
def test_what_an_area_lacks_is_said(entry: AreaEntry, lacks: list[str]) -> None:
    assert list(missing_in(SEFTON, entry)) == lacks


def test_findings_need_evidence_and_no_grade() -> None:
    assert list(missing_in(FINDINGS, area(1, None))) == []
    assert list(missing_in(FINDINGS, area(1, None, ""))) == ["evidence for area 1"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/3/2025", [date(2025, 3, 12)]),
        ("12-03-2025", [date(2025, 3, 12)]),
        ("12.3.2025", [date(2025, 3, 12)]),
        ("12 March 2025", [date(2025, 3, 12)]),
        ("12th Mar 2025", [date(2025, 3, 12)]),
        ("1st Sept. 2025", [date(2025, 9, 1)]),
        ("on 2 May 2025 and 3/5/2025", [date(2025, 5, 2), date(2025, 5, 3)]),
        ("3rd June, 2025", [date(2025, 6, 3)]),
        ("31/2/2025", []),
        ("12 Smarch 2025", []),
        ("in 2025", []),
        ("3 visits in May", []),
        ("room 12/3", []),
    ],
)
def test_dates_are_read_the_british_way(text: str, days: list[date]) -> None:
    assert list(dates_in(text)) == days


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_dates(text: str) -> None:
    assert all(isinstance(day, date) for day in dates_in(text))


@pytest.mark.parametrize("key", ["evidence", "strengths", "develop"])
def test_an_older_date_in_any_text_looks_too_far_back(key: str) -> None:
    texts = {"evidence": "", "strengths": "", "develop": "", key: "The visit of 31 May 2026"}
    entry = AreaEntry(
        number=1,
        evidence=texts["evidence"],
        strengths=texts["strengths"],
        develop=texts["develop"],
    )
    assert looks_too_far_back(SEFTON, entry)
    assert not looks_too_far_back(HEREFORDSHIRE, entry)


def test_the_first_day_of_the_window_is_inside_it() -> None:
    assert not looks_too_far_back(SEFTON, area(1, evidence="The visit of 1 June 2026"))


def test_a_whole_assessment_lacks_nothing() -> None:
    assert missing(HEREFORDSHIRE, assessment(*["good"] * 6, reason="All of it")) == []


def test_what_is_missing_comes_in_the_order_of_the_cards() -> None:
    draft = assessment("good", None, "good", "good", "good", overall=None)
    assert missing(HEREFORDSHIRE, draft) == [
        "a grade for area 2",
        "a grade for area 6",
        "the overall grade",
        "what your overall grade rests on",
    ]


def test_an_optional_area_may_stay_empty_but_not_half_done() -> None:
    graded = ["good"] * 6
    empty = assessment(*graded, reason="All of it")
    assert missing(SEFTON, empty) == ["a grade for area 8"]
    begun = replace(empty, areas=(*empty.areas, area(7, None)))
    assert missing(SEFTON, begun) == ["a grade for area 7", "a grade for area 8"]


def test_findings_need_a_word_over_all() -> None:
    draft = assessment(*[None] * 8, overall=None)
    assert missing(FINDINGS, draft) == ["your overall findings"]


@pytest.mark.parametrize(
    ("grades", "overall", "said"),
    [
        (["good"] * 6, "good", None),
        (["good"] * 6, "requires_improvement", None),
        (["good"] * 6, "inadequate", "it is 2 or more steps from most areas"),
        (["outstanding"] * 4 + ["good"] * 2, "requires_improvement", "2 or more steps"),
        (["outstanding"] * 3 + ["good"] * 3, "requires_improvement", None),
        (["good"] * 5 + ["inadequate"], "good", "it is above an area judged Inadequate"),
        (["good"] * 5 + ["inadequate"], "inadequate", "2 or more steps"),
        (["inadequate"] * 6, "inadequate", None),
        ([NOT_APPLICABLE] * 6, "good", None),
        ([None] * 6, "good", None),
        (["good"] * 6, None, None),
    ],
)
def test_an_overall_grade_far_from_the_areas_needs_a_reason(
    grades: list[str | None], overall: str | None, said: str | None
) -> None:
    """E-07: a judgement and never an average; half the areas are not most of them."""
    found = why_ask_reason(HEREFORDSHIRE, assessment(*grades, overall=overall))
    assert (said in found) if said and found else found is said


def test_a_reason_that_is_there_is_enough() -> None:
    far = assessment(*["good"] * 6, overall="inadequate")
    assert missing(HEREFORDSHIRE, far) == [
        "why the overall grade differs: it is 2 or more steps from most areas"
    ]
    assert missing(HEREFORDSHIRE, replace(far, reason="One thing outweighs it")) == []


def test_one_step_in_one_area_is_a_difference() -> None:
    lead = assessment(*["good"] * 6)
    peer = assessment("good", "good", "outstanding", "good", "good", "good")
    assert differences(HEREFORDSHIRE, [lead, peer]) == [Difference(3, ("good", "outstanding"))]


def test_the_overall_grade_comes_first_among_the_differences() -> None:
    lead, peer = assessment(*["good"] * 6), assessment("inadequate", *["good"] * 5, overall="good")
    found = differences(HEREFORDSHIRE, [lead, replace(peer, overall="inadequate")])
    assert [one.area for one in found] == [0, 1]


def test_different_words_with_the_same_grades_agree() -> None:
    lead = assessment(*["good"] * 6, reason="So it is")
    assert differences(HEREFORDSHIRE, [lead, replace(lead, reason="As we saw it")]) == []


def test_a_single_assessment_differs_from_nothing() -> None:
    assert differences(SEFTON, [assessment("good", "inadequate")]) == []
