"""What holds up a submission besides the grades, and where its button leads."""

from __future__ import annotations

import pytest

from tests.chat import Chat
from tests.town import OPENS, Town
from usecases.asking import TwiceRegisteredError
from usecases.audits.submitting import after_submitting, before_submitting
from usecases.talks.gates import a_talks
from usecases.talks.pairing import ask_reader


async def graded(town: Town, person: str, **holders: str) -> Chat:
    """Somebody has graded everything and stands at the summary."""
    case = "C-24113" if town.council.framework.id == "sefton" else "C-23087"
    await town.audit(case, OPENS, talked=False, **holders)
    chat = town.chat(person)
    await chat.press("start_audit")
    for _ in town.council.framework.programme(town.programme).areas:
        await chat.press("finish_area", grade="good", evidence="Seen in the record")
    return chat


async def submits(chat: Chat) -> str:
    return (await chat.press("submit_assessment", overall="good", reason="The record")).line


async def test_what_is_missing_is_said_and_the_draft_is_kept(sefton: Town) -> None:
    ada = await graded(sefton, "ada", auditor="ada")
    line = await submits(ada)
    assert line == (
        "Two things are missing before you can submit: "
        "a note of the learning conversation with the key worker, or why it was not held and "
        "the family's views, or why they were not heard. Your draft is kept."
    )
    draft = await sefton.read(lambda uow: uow.assessments.get(1))
    assert draft is not None
    assert (draft.overall, draft.reason, draft.submitted) == ("good", "The record", False)


async def test_the_buttons_lead_there_and_keep_what_was_typed(sefton: Town) -> None:
    ada = await graded(sefton, "ada", auditor="ada")
    await ada.press("go_to_talk", overall="good", reason="The record")
    assert ada.kinds[-1] == "talk"
    draft = await sefton.read(lambda uow: uow.assessments.get(1))
    assert draft is not None
    assert (draft.overall, draft.reason) == ("good", "The record")
    await ada.press("talk_not_held", reason="no_time")
    assert "Note the talk" not in ada.words("grading")
    await ada.press("go_to_family")
    assert ada.kinds[-1] == "family_contact"
    await ada.says("not heard declined")
    assert (await ada.press("submit_assessment")).line.startswith("Submitted")


async def test_a_talk_that_is_up_to_the_auditor_holds_nothing_up(sefton: Town) -> None:
    ada = await graded(sefton, "ada", auditor="ada")
    await ada.says("talk 1")
    await ada.press("talk_not_held", reason="no_time")
    await ada.says("talk 3")
    await ada.press("note_family", reason="no_reply")
    talks = await sefton.read(lambda uow: uow.talks.of_audit(1))
    assert not talks["oversight_conversation"].settled
    assert (await submits(ada)).startswith("Submitted")


async def test_both_of_a_pair_tick_before_either_submits(herefordshire: Town) -> None:
    tess = await graded(herefordshire, "tess", lead="tess", peer="ada")
    assert "the tick of you and Ada Byrne for the talk between lead and peer" in await submits(tess)
    await tess.press("go_to_talk")
    ticked = await tess.press("tick_talk")
    assert ticked.line == "Ticked. We wait for Ada Byrne."
    assert "the tick of Ada Byrne for" in await submits(tess)
    ada = herefordshire.chat("ada")
    said = ada.words("joint_talk")
    assert "lead auditor, ticked at" in said
    assert "Good" not in said
    done = await ada.press("tick_talk")
    assert done.line == "Ticked. All of you have ticked, so each can submit."
    assert "peer auditor, ticked at" in tess.words("joint_talk")
    assert (await tess.press("submit_assessment")).line.startswith("Submitted")


async def test_a_tick_can_be_typed_and_belongs_to_who_holds_the_seat(herefordshire: Town) -> None:
    await graded(herefordshire, "tess", lead="tess", peer="ada")
    ada, tess = herefordshire.chat("ada"), herefordshire.chat("tess")
    await ada.press("accept_audit")
    await ada.says("talks")
    await ada.says("talk 2")
    assert (await ada.says("talked")).line.startswith("Ticked. We wait for Tess Marlow.")
    await ada.press("hand_over_audit", person="ivy")
    assert "the tick of you and Ivy Hart" in await submits(tess)
    (talk,) = [
        one
        for key, one in (await herefordshire.read(lambda uow: uow.talks.of_audit(1))).items()
        if key == "joint_talk"
    ]
    line = await ada.tampers("tick_talk", f"talk-{talk.id}", talk.version)
    assert line.startswith("This is not yours to do")


async def test_the_lead_needs_neither_the_worker_s_talk_nor_the_family(herefordshire: Town) -> None:
    tess = await graded(herefordshire, "tess", lead="tess", peer="ada")
    assert (await submits(tess)).startswith("One thing is missing")


def test_a_check_of_the_same_name_is_refused() -> None:
    with pytest.raises(TwiceRegisteredError):
        before_submitting(a_talks)
    with pytest.raises(TwiceRegisteredError):
        after_submitting(ask_reader)
