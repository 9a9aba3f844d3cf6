"""SOM-04: the evaluation together with the worker takes protected time, and holds up handing in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.audits.audit import SeatState
from domain.frameworks.framework import Framework
from domain.talks.talk import TalkState
from tests.chat import Chat
from tests.town import Town
from usecases.pressing import Outcome

PROTECTED = "Keep this time free in your calendar: it is protected for this."
JOINT = "joint_evaluation"


async def evaluating(town: Town) -> Chat:
    """Ada evaluates C-23087 and has it before her; Ivy will moderate."""
    await town.audit("C-23087", talked=False, evaluator="ada", moderator="ivy")
    ada = town.chat("ada")
    await ada.press("start_audit")
    await ada.says("talks")
    await ada.says("talk 1")
    return ada


async def hands_in(ada: Chat) -> Outcome:
    """From the summary on."""
    return await ada.press("submit_assessment", overall="good", reason="The child is heard.")


async def writes(ada: Chat) -> None:
    """All headings have words."""
    await ada.says("start")
    for _ in ada.town.council.framework.programme("practice_evaluation").areas:
        await ada.press("finish_area", evidence="Seen in the record")


def unprotected(framework: Framework) -> Framework:
    """The council's file with no time protected."""
    programme = framework.programme("practice_evaluation")
    seats = tuple(one.model_copy(update={"protected_time": False}) for one in programme.seats)
    changed = programme.model_copy(update={"seats": seats})
    programmes = {**framework.programmes, "practice_evaluation": changed}
    return framework.model_copy(update={"programmes": programmes})


@pytest.mark.rows("SOM-04")
async def test_the_profile_books_protected_time_and_both_read_so(somerset: Town) -> None:
    ada = await evaluating(somerset)
    assert PROTECTED in ada.words("talk")
    await ada.press("book_talk", day="2026-12-08", time="14:00", minutes="90")
    assert PROTECTED in somerset.chat("wes").words("talk_invitation")

    somerset.council = replace(somerset.council, framework=unprotected(somerset.council.framework))
    await ada.press("book_talk", day="2026-12-09", time="14:00", minutes="90")
    for reader, kind in (("ada", "talk"), ("wes", "talk_invitation")):
        assert PROTECTED not in somerset.chat(reader).words(kind)


@pytest.mark.rows("SOM-04")
async def test_nothing_goes_in_without_the_talk_or_why_it_was_not_held(somerset: Town) -> None:
    ada = await evaluating(somerset)
    await writes(ada)
    held_up = await hands_in(ada)
    assert "a note of the evaluation together with the worker, or why" in held_up.notice
    assert (await somerset.seat(1, "evaluator")).state is SeatState.STARTED

    await ada.press("go_to_talk")
    await ada.press("talk_not_held", reason="worker_away")
    await ada.press("go_to_family")
    await ada.press("note_family", reason="declined")
    assert (await hands_in(ada)).line.startswith("Submitted")
    kept = (await somerset.read(lambda uow: uow.talks.of_audit(1)))[JOINT]
    assert (kept.state, kept.reason) == (TalkState.NOT_HELD, "worker_away")
