"""Good practice is nominated out of a message of any chat, through the real endpoint."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from storage import tables
from tests.fake_teams import FakeTeams, Json
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.world import World, at, settings_for

FETCH, SUBMIT = "composeExtension/fetchTask", "composeExtension/submitAction"
MESSAGE = (
    "<div><p>The memory map helped him lead his own review &amp; he asked for it.</p>"
    "<script>steal()</script><at id='0'>Hal</at></div>"
)
ELSEWHERE = {"id": "19:team@thread.tacv2", "conversationType": "channel"}


@pytest.fixture
async def world(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """Herefordshire; Ada has the bot, and Wanda has not."""
    settings = settings_for(teams, database_url, "herefordshire", FRAMEWORKS)
    made = World(teams, settings, Clock(at("2026-12-01 09:00")))
    await made.moves_in([RECORD])
    await made.starts()
    await made.named("ada").installs()
    yield made
    await made.closes()


def value(command: str = "nominateGoodPractice", **parts: Any) -> Json:
    return {"commandId": command, "commandContext": "message", **parts}


def message(author: str | None = "aad-wanda", content: str = MESSAGE) -> Json:
    user = {"user": {"id": author, "displayName": "Somebody"}} if author else None
    return {"id": "1", "from": user, "body": {"contentType": "html", "content": content}}


async def invokes(world: World, account: str, name: str, sent: Json, **changes: Any) -> Json:
    """The task that the bot answers with."""
    place = {**ELSEWHERE, "tenantId": world.teams.tenant}
    activity = world.teams.activities.press(
        account, "", name=name, value=sent, conversation=place, **changes
    )
    body = await world.sends(activity)
    assert body is not None
    task = body["task"]
    assert isinstance(task, dict)
    return task


async def opens(world: World, account: str = "aad-ada", **parts: Any) -> Json:
    return await invokes(world, account, FETCH, value(messagePayload=message(), **parts))


def inputs(task: Json) -> dict[str, str]:
    card = task["value"]["card"]["content"]
    fields = [one for one in card["body"] if one["type"].startswith("Input.")]
    return {one["id"]: one.get("value", "") for one in fields}


def answer(task: Json, **changed: str) -> Json:
    card = task["value"]["card"]["content"]
    (row,) = [one for one in card["body"] if one["type"] == "ActionSet"]
    filled = {key: said for key, said in {**inputs(task), **changed}.items() if said}
    return value(data={**row["actions"][0]["data"], **filled}, messagePayload=message())


@pytest.mark.rows("SOM-18", "HER-24")
async def test_a_message_becomes_a_nomination_and_nothing_is_posted_where_it_stands(
    world: World,
) -> None:
    task = await opens(world)
    assert (task["type"], task["value"]["title"]) == ("continue", "Nominate as good practice")
    given = inputs(task)
    assert given["who"] == "Wanda Moor"
    assert given["reason"].startswith("The memory map helped him lead his own review & he asked")
    assert "<" not in given["reason"]
    assert "steal" not in given["reason"]

    again = await invokes(world, "aad-ada", SUBMIT, answer(task, who=""))
    assert again["type"] == "continue"
    assert "Please say who it is." in str(again["value"]["card"])
    assert inputs(again)["reason"] == given["reason"]
    assert await world.rows(tables.nominations) == []

    done = await invokes(world, "aad-ada", SUBMIT, answer(again, who="Wanda Moor"))
    assert done == {
        "type": "message",
        "value": "Thank you. It is sent, and you hear what came of it.",
    }
    (row,) = await world.rows(tables.nominations)
    assert (row["nominator"], row["nominee"], str(row["state"])) == ("ada", "wanda", "waiting")
    await world.delivered()
    assert "with a verifier" in world.ada.card("Your nomination")
    assert [post for post in world.teams.posts if post.conversation_id == ELSEWHERE["id"]] == []


async def test_the_same_answer_twice_is_one_nomination(world: World) -> None:
    sent = answer(await opens(world))
    for _ in range(2):
        task = await invokes(world, "aad-ada", SUBMIT, sent, id="f:one")
    assert task["value"] == "That was already done, so nothing was changed."
    assert len(await world.rows(tables.nominations)) == 1


async def test_where_two_may_be_meant_it_goes_on_in_their_own_chat(world: World) -> None:
    sent = answer(await opens(world), who="W")
    task = await invokes(world, "aad-ada", SUBMIT, sent)
    assert task["value"] == "Kept, not sent yet. The rest is in our own chat."
    await world.delivered()
    assert "Nothing has been sent yet" in world.ada.card("Your nomination")


async def test_somebody_without_the_bot_is_told_where_it_goes_on(world: World) -> None:
    one_to_one = {"id": "19:two-people", "conversationType": "personal"}
    place = {**one_to_one, "tenantId": world.teams.tenant}
    sent = value(messagePayload=message("aad-wanda"))
    act = world.teams.activities.press("aad-hal", "", name=FETCH, value=sent, conversation=place)
    body = await world.sends(act)
    assert body is not None
    sent = answer(body["task"], who="Nobody Known")
    act = world.teams.activities.press("aad-hal", "", name=SUBMIT, value=sent, conversation=place)
    body = await world.sends(act)
    assert body is not None
    assert body["task"]["value"].startswith("Kept, not sent yet. Please open a chat with me")
    # a chat between two people is not where the bot writes to one of them
    addresses = [row["person_id"] for row in await world.rows(tables.addresses)]
    assert "hal" not in addresses


async def test_one_s_own_practice_and_a_copied_dialog_are_refused(world: World) -> None:
    task = await opens(world)
    own = await invokes(world, "aad-ada", SUBMIT, answer(task, who="Ada Byrne"))
    assert "your own practice is not yours to nominate" in str(own["value"])
    copied = await invokes(world, "aad-wes", SUBMIT, answer(task))
    assert "This is not yours to do" in str(copied["value"])
    assert await world.rows(tables.nominations) == []


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        (FETCH, value("deleteEverything"), "I do not know that action"),
        (FETCH, {"commandId": 7}, "I do not know that action"),
        (FETCH, {}, "I do not know that action"),
        (SUBMIT, value(data={"verb": "drop_nomination", "id": "wish-ada", "version": 1}), "I do"),
        (SUBMIT, value(data={}), "I do not know that action"),
        (SUBMIT, value(data=["verb"]), "I do not know that action"),
        (SUBMIT, value(data={"verb": "nominate_message", "id": 7, "version": 1}), "That button"),
    ],
)
async def test_what_the_bot_does_not_know_changes_nothing(
    world: World, name: str, sent: Json, said: str
) -> None:
    task = await invokes(world, "aad-ada", name, sent)
    assert task["type"] == "message"
    assert str(task["value"]).startswith(said)
    assert await world.rows(tables.nominations) == []


async def test_a_stranger_sees_neither_dialog_nor_staff(world: World) -> None:
    task = await opens(world, "aad-zed")
    assert task["value"].startswith("You are not in the staff list yet.")


@pytest.mark.parametrize("author", [None, "aad-ada", "aad-nobody"])
async def test_nobody_is_filled_in_who_is_no_colleague_or_oneself(
    world: World, author: str | None
) -> None:
    sent = value(messagePayload=message(author))
    assert inputs(await invokes(world, "aad-ada", FETCH, sent))["who"] == ""
