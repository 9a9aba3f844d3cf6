"""Where an answer looks further, somebody has it as a task until it is done (SEF-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.town import Town
from tests.usecases.responses.making import answers, now_is, raised

STORY, TASK = "immediate_response", "action_assigned"


@pytest.mark.rows("SEF-08")
async def test_each_place_becomes_a_task_with_an_owner_and_a_day_on_the_story(sefton: Town) -> None:
    response = await raised(sefton, chair="chip")
    assert (await answers(sefton, wider="0,1,2")).done
    found = await sefton.read(lambda uow: uow.actions.of_source(response.ref))
    assert [action.owner for action in found] == ["theo", "sam", "ivy", "chip"]
    assert {action.due_on for action in found} == {date(2026, 12, 8)}
    story = sefton.chat("ada").words(STORY)
    assert "The worker's other work: A-1, Theo Brook, by Tuesday 8 December, open" in story
    for owner in ("theo", "ivy", "chip"):
        assert "IR-1" in sefton.chat(owner).words(TASK)
        assert "IR-1" in sefton.chat(owner).words(STORY)


async def test_whoever_does_it_closes_it_and_the_story_says_so(sefton: Town) -> None:
    await raised(sefton)
    await answers(sefton, wider="0")
    claimed = await sefton.chat("theo").press(
        "complete_action", evidence="All three were looked at: one needs a visit."
    )
    assert claimed.done, claimed.notice
    assert "waits for sign-off" in sefton.chat("ada").words(STORY)
    signed = await sefton.chat("sam").press("sign_action", quality="yes", compliance="yes")
    assert signed.done, signed.notice
    assert "done on Tuesday 1 December" in sefton.chat("ada").words(STORY)


async def test_an_answer_that_is_returned_and_sent_again_asks_nobody_twice(sefton: Town) -> None:
    response = await raised(sefton)
    await answers(sefton, wider="0")
    assert (await sefton.chat("ada").press("return_response", reason="Who lives there?")).done
    assert (await answers(sefton, wider="0,1")).done
    found = await sefton.read(lambda uow: uow.actions.of_source(response.ref))
    assert [action.owner for action in found] == ["theo", "sam"]


async def test_where_the_record_has_nobody_for_it_whoever_answered_has_it(sefton: Town) -> None:
    response = await raised(sefton)
    async with sefton.units() as uow:
        case = await uow.cases.get("C-24113")
        assert case is not None
        await uow.cases.put([replace(case, iro=None, cp_chair=None)])
        await uow.commit()
    await answers(sefton, wider="2")
    (task,) = await sefton.read(lambda uow: uow.actions.of_source(response.ref))
    assert task.owner == "sam"


async def test_the_worker_does_not_read_what_came_of_a_worry(sefton: Town) -> None:
    response = await raised(sefton)
    await answers(sefton, wider="0")
    (task,) = await sefton.read(lambda uow: uow.actions.of_source(response.ref))
    assert await sefton.chat("will").sees(TASK, task.ref) is None
    assert await sefton.chat("theo").sees(TASK, task.ref) is not None


async def test_nothing_is_made_where_nothing_is_ticked(sefton: Town) -> None:
    response = await raised(sefton)
    await answers(sefton)
    assert await sefton.read(lambda uow: uow.actions.of_source(response.ref)) == []
    assert (await now_is(sefton)).state == "answered"
