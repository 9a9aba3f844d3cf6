"""A form filled in without a single press (README of the cards, 6)."""

from __future__ import annotations

import pytest

from tests.dialogs.transcript import draft_of, grading, pair, said, talk
from tests.town import Town

FULL = "Seen alone in each of the last four visits"


async def test_six_areas_are_graded_wholly_by_typing(herefordshire: Town) -> None:
    ada = await pair(herefordshire)
    await talk(
        ada,
        ("start", "Here is C-23087"),
        ("good", "Area 1: Good. Evidence next, or type next."),
        (FULL, "Area 1: evidence kept. Strengths next, or type next."),
        ("next", "area 2 of 6: Assessments"),
        ("ri", "Area 2: Requires improvement to be good. Evidence next"),
        ("evidence: The father was not asked", "Area 2: evidence kept."),
        ("strengths: The school is part of it", "Area 2: strengths kept."),
        ("develop: Ask the father", "All is filled in: type next."),
        ("next", "area 3 of 6"),
        ("2", "Area 3: Good."),
        ("evidence: A plan that moves on", "Area 3: evidence kept."),
        ("next", "area 4 of 6"),
        ("G.", "Area 4: Good."),
        ("evidence: Steady supervision", "kept"),
        ("evidence+ and decisions with reasons", "Area 4: evidence kept."),
        ("next", "area 5 of 6"),
        ("o", "Area 5: Outstanding."),
        ("saw: Everybody came to the review", "Area 5: evidence kept."),
        ("next", "area 6 of 6"),
        ("gud", "Please type one of: Outstanding, Good, Requires"),
        ("good", "Area 6: Good."),
        ("Their faith is known and respected", "Area 6: evidence kept."),
        ("next", "6 of 6 areas are graded. Summary."),
        ("overall good", "Overall: Good. What it rests on next"),
        ("because the child is heard all through", "Overall: reason kept."),
        ("submit", "Submitted at 09:00 on Tuesday 1 December. Thank you."),
    )
    sent = await draft_of(ada)
    assert sent.submitted
    assert [sent.area(number).grade for number in range(1, 7)] == [
        "good",
        "requires_improvement",
        "good",
        "good",
        "outstanding",
        "good",
    ]
    assert sent.area(4).evidence == "Steady supervision\nand decisions with reasons"
    assert (sent.overall, sent.reason) == ("good", "the child is heard all through")


@pytest.mark.parametrize(
    ("typed", "grade"),
    [
        ("Outstanding", "outstanding"),
        ("O", "outstanding"),
        ("1", "outstanding"),
        ("good!", "good"),
        ("  GOOD  ", "good"),
        ("goood", "good"),
        ("requires improvement", "requires_improvement"),
        ("Requires improvement to be good", "requires_improvement"),
        ("RI", "requires_improvement"),
        ("3", "requires_improvement"),
        ("inadequate", "inadequate"),
        ("inadequte", "inadequate"),
        ("i", "inadequate"),
        ("4", "inadequate"),
        ("grade good", "good"),
    ],
)
async def test_a_grade_can_be_typed_in_many_ways(
    herefordshire: Town, typed: str, grade: str
) -> None:
    ada = await grading(herefordshire)
    await ada.says(typed)
    assert (await draft_of(ada)).area(1).grade == grade


@pytest.mark.parametrize("typed", ["n/a", "NA", "not applicable", "5"])
async def test_not_applicable_where_the_framework_has_it(sefton: Town, typed: str) -> None:
    await sefton.audit("C-24113", auditor="ada")
    ada = sefton.chat("ada")
    await talk(ada, ("start", "Here is C-24113"), (typed, "Area 1: Not applicable."))
    assert (await draft_of(ada)).area(1).grade == "not_applicable"


@pytest.mark.parametrize("typed", ["n/a", "requires", "gud", "excellent", "😀", "bad", "grade"])
async def test_what_is_not_understood_saves_nothing_and_says_the_choices(
    herefordshire: Town, typed: str
) -> None:
    ada = await grading(herefordshire)
    before = await draft_of(ada)
    reply = said(await ada.says(typed))
    assert "Outstanding, Good, Requires improvement to be good, Inadequate" in reply
    assert await draft_of(ada) == before


async def test_a_half_typed_grade_is_asked_again(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(ada, ("requires", "Did you mean Requires improvement to be good? Nothing was saved"))
    assert (await draft_of(ada)).area(1).grade is None


async def test_words_before_a_grade_are_evidence(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(ada, (FULL, "Area 1: evidence kept. A grade next, or type next."))
    area = (await draft_of(ada)).area(1)
    assert (area.grade, area.evidence) == (None, FULL)


async def test_next_without_a_grade_asks_and_keeps(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(
        ada,
        (FULL, "evidence kept"),
        ("next", "Please choose one: Outstanding, Good"),
        ("good", "Area 1: Good."),
        ("next", "area 2 of 6"),
    )


async def test_back_change_skip_and_where_am_i(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(
        ada,
        ("where am I", "C-23087, area 1 of 6: Voice of the child."),
        ("skip", "area 2 of 6"),
        ("back", "area 1 of 6"),
        ("change 3", "area 3 of 6: Quality of plans."),
        ("area 5", "area 5 of 6"),
        ("summary", "0 of 6 areas are graded. Summary."),
        ("go to 6", "area 6 of 6"),
        ("where was I?", "area 6 of 6"),
    )


@pytest.mark.parametrize("typed", ["change 9", "change 0", "area 7", "go to 12"])
async def test_an_area_that_there_is_not_is_said_and_never_kept_as_evidence(
    herefordshire: Town, typed: str
) -> None:
    ada = await grading(herefordshire)
    number = typed.rsplit(" ", 1)[1]
    await talk(ada, (typed, f"There is no area {number}: this audit has areas 1 to 6."))
    assert not (await draft_of(ada)).area(1).begun


async def test_an_answer_in_an_area_can_be_changed(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(ada, ("good", "Area 1: Good."), ("inadequate", "Area 1: Inadequate."))
    assert (await draft_of(ada)).area(1).grade == "inadequate"


async def test_evidence_said_again_takes_the_place_of_the_old(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(
        ada,
        ("evidence: First words here", "kept"),
        ("evidence+ and a second line", "kept"),
        ("evidence: Only this now", "kept"),
    )
    assert (await draft_of(ada)).area(1).evidence == "Only this now"


async def test_a_text_that_is_too_long_is_refused_whole(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(ada, ("evidence: " + "word " * 2000, "characters and this box takes 2,000"))
    assert (await draft_of(ada)).area(1).evidence == ""


async def test_a_reason_for_looking_back_is_asked_for(sefton: Town) -> None:
    await sefton.audit("C-24113", auditor="ada")
    ada = sefton.chat("ada")
    await talk(
        ada,
        ("start", "Here is C-24113"),
        ("good", "Area 1: Good."),
        ("evidence: The visit of 12 March 2026", "Why you looked further back"),
        ("next", "Still missing: why you looked further back in area 1."),
        ("because the plan rests on it", "Area 1: look back kept."),
        ("next", "area 2 of 8"),
    )


async def test_submitting_by_typing_says_what_is_missing(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    for _ in range(6):
        await ada.press("finish_area", grade="good", evidence="Seen in the record")
    await talk(
        ada,
        ("submit", "Two things are missing before you can submit: the overall grade"),
        ("good", "Overall: Good."),
        ("submit", "One thing is missing before you can submit"),
        ("because all of it is steady", "Overall: reason kept. Nothing has been sent yet"),
        ("submit", "Submitted at 09:00"),
    )


async def test_withdrawing_by_typing(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await ada.grades(*["good"] * 6, overall="good")
    await talk(ada, ("withdraw", "It is a draft again."), ("where am I", "6 of 6 areas are graded"))


async def test_the_words_go_on_after_a_restart_of_the_service(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(ada, ("good", "Area 1: Good."))
    again = Town(herefordshire.units, herefordshire.council).chat("ada")
    await talk(again, (FULL, "Area 1: evidence kept."), ("next", "area 2 of 6"))


async def test_after_submitting_words_go_to_no_form(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await ada.grades(*["good"] * 6, overall="good")
    await talk(ada, ("where am I", "No form is open."))
