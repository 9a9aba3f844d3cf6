"""Somerset's evaluation: words under headings, and one grade for the whole (SOM-04, E-73)."""

from __future__ import annotations

from tests.cards.walk import of_type
from tests.chat import Chat
from tests.town import Town

HEADINGS = 3


def inputs(chat: Chat) -> set[str]:
    """The inputs of the form that is open."""
    return {node["id"] for _, node in of_type(chat.card("grading"), "Input.")}


async def begun(town: Town) -> Chat:
    """Ada evaluates; Ivy will moderate."""
    await town.audit("C-23087", evaluator="ada", moderator="ivy")
    ada = town.chat("ada")
    await ada.press("start_audit")
    return ada


async def written(town: Town) -> Chat:
    ada = await begun(town)
    for number in range(HEADINGS):
        done = await ada.press("finish_area", evidence=f"Seen under heading {number + 1}")
        assert done.done, done.line
    return ada


async def test_a_heading_asks_for_words_and_no_grade(somerset: Town) -> None:
    ada = await begun(somerset)
    assert "Quality of practice" in ada.words("grading")
    assert "evidence" in inputs(ada)
    assert "grade" not in inputs(ada)


async def test_a_heading_without_words_says_what_is_missing(somerset: Town) -> None:
    ada = await begun(somerset)
    await ada.press("finish_area", strengths="The child is heard")
    assert "Still missing: evidence for area 1." in ada.words("grading")


async def test_the_summary_counts_what_is_written_and_asks_for_the_one_grade(
    somerset: Town,
) -> None:
    ada = await written(somerset)
    said = ada.words("grading")
    assert "3 of 3" in said
    assert "Written" in said
    assert "overall" in inputs(ada)


async def test_without_the_one_grade_it_is_not_submitted(somerset: Town) -> None:
    ada = await written(somerset)
    outcome = await ada.press("submit_assessment", reason="The whole of it")
    assert outcome.line == "One thing is missing before you can submit: the overall grade."


async def test_words_and_one_grade_are_enough(somerset: Town) -> None:
    ada = await written(somerset)
    sent = await ada.press("submit_assessment", overall="good", reason="The whole of it")
    assert sent.line.startswith("Submitted")
    kept = await somerset.read(lambda uow: uow.assessments.of_seat(1))
    assert kept is not None
    assert (kept.overall, {area.grade for area in kept.areas}) == ("good", {None})


async def test_the_one_grade_can_be_typed(somerset: Town) -> None:
    ada = await written(somerset)
    await ada.says("overall good")
    await ada.says("because the child is heard")
    await ada.says("submit")
    kept = await somerset.read(lambda uow: uow.assessments.of_seat(1))
    assert kept is not None
    assert (kept.submitted, kept.overall) == (True, "good")
