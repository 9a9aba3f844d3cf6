"""From the socket through Bot Framework's pipeline to the turns, and back."""

from __future__ import annotations

import asyncio
import re

import pytest
from structlog.testing import capture_logs

from bot.teams.turns import InvokeAnswer, Reply
from domain.faults import MovedOnFault
from tests.bot.rig import CARD, Rig, Setup
from tests.fake_teams import BOT_ID, FakeTeams

REFERENCE = re.compile(r"Reference ([2-9A-HJKMNP-TV-Z]{4})\.$")


async def test_a_press_is_answered_with_the_card(bot: Rig, teams: FakeTeams) -> None:
    status, body = await bot.receives(teams.activities.press("ada", "accept_seat"))
    assert status == 200
    assert body == {
        "statusCode": 200,
        "type": "application/vnd.microsoft.card.adaptive",
        "value": CARD,
    }


class Uncopied(dict[str, object]):
    """A card that must not be copied on its way: it has hundreds of parts."""

    def __deepcopy__(self, memo: dict[int, object]) -> Uncopied:
        raise AssertionError


async def test_the_card_of_an_answer_is_not_copied_on_its_way(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.answer = InvokeAnswer.card(Uncopied(CARD))
    _, body = await bot.receives(teams.activities.press("ada", "accept_seat"))
    assert body["value"] == CARD


async def test_a_press_is_answered_with_a_sentence(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.answer = InvokeAnswer.message("Saved.")
    _, body = await bot.receives(teams.activities.press("ada", "save"))
    assert body == {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "Saved.",
    }


async def test_a_press_that_is_not_understood_is_an_error_of_the_card(
    bot: Rig, teams: FakeTeams
) -> None:
    bot.turns.answer = InvokeAnswer.error("That button is not known.")
    status, body = await bot.receives(teams.activities.press("ada", "?"))
    assert status == 200
    assert (body["statusCode"], body["type"]) == (400, "application/vnd.microsoft.error")
    assert body["value"]["message"] == "That button is not known."


async def test_an_invoke_that_is_not_ours_is_not_implemented(bot: Rig, teams: FakeTeams) -> None:
    assert await bot.receives(teams.activities.press("ada", "x", name="task/fetch")) == (501, None)
    assert bot.turns.asked == []


async def test_a_message_is_answered_in_its_chat_with_one_activity_each(
    bot: Rig, teams: FakeTeams
) -> None:
    bot.turns.replies = [Reply(text="One."), Reply(card=CARD, summary="A card")]
    assert await bot.receives(teams.activities.message("ada", "my work")) == (200, None)
    first, second = teams.posts_to("ada")
    assert first.activity == {
        "type": "message",
        "text": "One.",
        "from": {"id": BOT_ID},
        "recipient": {"id": "29:ada"},
        "conversation": {"id": "a:chat-ada"},
    }
    assert (second.card, second.activity["summary"]) == (CARD, "A card")
    assert "text" not in second.activity


async def test_text_and_card_of_one_reply_are_sent_apart(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.replies = [Reply(text="Here it is.", card=CARD)]
    await bot.receives(teams.activities.message("ada", "my work"))
    assert [(post.text, post.card) for post in teams.posts] == [("Here it is.", None), ("", CARD)]


async def test_a_submit_changes_the_card_that_was_pressed(bot: Rig, teams: FakeTeams) -> None:
    await bot.receives(teams.activities.submit("ada", "save", replyToId="sent-77"))
    assert bot.turns.names == ["pressed"]
    (update,) = teams.updates
    assert (update.activity_id, update.card, teams.posts) == ("sent-77", CARD, [])


async def test_a_submit_from_nowhere_gets_a_new_card(bot: Rig, teams: FakeTeams) -> None:
    await bot.receives(teams.activities.submit("ada", "save"))
    assert teams.cards_to("ada") == [CARD]


async def test_a_submit_is_answered_with_a_sentence(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.answer = InvokeAnswer.message("Saved.")
    await bot.receives(teams.activities.submit("ada", "save", replyToId="sent-77"))
    assert teams.texts_to("ada") == ["Saved."]


async def test_coming_and_going_have_their_own_doors(bot: Rig, teams: FakeTeams) -> None:
    made = teams.activities
    for activity in (
        made.install("ada"),
        made.joined("ada"),
        made.install("ada", "remove"),
        made.message("ada", "edited", type="messageUpdate"),
        made.message("ada", "gone", type="messageDelete"),
        made.message("ada", "", type="messageReaction"),
        made.message("ada", "", type="event"),
        made.message("ada", "", type="endOfConversation"),
        made.message("ada", "", type="newThing"),
        made.message("ada", "", type="typing"),
    ):
        assert (await bot.receives(activity))[0] == 200
    assert bot.turns.names == ["installed", "installed", "removed", *["noticed"] * 6]
    assert teams.posts == []


async def test_the_welcome_of_an_installation_is_sent(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.replies = [Reply(card=CARD, summary="Ready")]
    await bot.receives(teams.activities.install("ada"))
    assert teams.cards_to("ada") == [CARD]


async def test_a_slow_answer_shows_that_it_is_coming(teams: FakeTeams) -> None:
    async with Rig(teams, Setup(typing_after=0.0)) as bot:
        bot.turns.gate = asyncio.Event()
        bot.turns.replies = [Reply(text="Done.")]
        asking = asyncio.create_task(bot.receives(teams.activities.message("ada", "report")))
        await teams.connector.arrived.wait()
        assert len(teams.typings) == 1
        bot.turns.gate.set()
        await asking
    assert teams.texts_to("ada") == ["Done."]


async def test_a_quick_answer_shows_no_typing(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.replies = [Reply(text="Done.")]
    await bot.receives(teams.activities.message("ada", "report"))
    assert teams.typings == []


async def test_a_failing_press_says_sorry_with_a_reference(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.error = RuntimeError("canary: what somebody wrote")
    with capture_logs() as logs:
        status, body = await bot.receives(teams.activities.press("ada", "save"))
    assert status == 200
    assert body["type"] == "application/vnd.microsoft.activity.message"
    found = REFERENCE.search(body["value"])
    assert found
    (entry,) = [entry for entry in logs if entry["event"] == "turn_failed"]
    assert (entry["reference"], entry["error"]) == (found.group(1), "RuntimeError")
    assert any(place.startswith("rig.py:") for place in entry["where"])
    assert "canary" not in str(logs) + str(body)


async def test_a_failing_message_says_sorry_in_the_chat(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.error = RuntimeError("canary")
    assert await bot.receives(teams.activities.message("ada", "hi")) == (200, None)
    (text,) = teams.texts_to("ada")
    assert REFERENCE.search(text)
    assert "practice_loop_turns_failed_total 1.0" in bot.metrics.exposition().decode()


async def test_a_failing_installation_is_quiet(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.error = RuntimeError("canary")
    assert await bot.receives(teams.activities.install("ada")) == (200, None)
    assert teams.posts == []


async def test_a_permission_error_of_a_turn_is_not_a_401(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.error = PermissionError("canary")
    assert (await bot.receives(teams.activities.press("ada", "save")))[0] == 200


@pytest.mark.parametrize("way", ["press", "submit"])
async def test_a_fault_is_said_as_it_is(way: str, bot: Rig, teams: FakeTeams) -> None:
    bot.turns.error = MovedOnFault()
    activity = getattr(teams.activities, way)("ada", "save")
    _, body = await bot.receives(activity)
    said = body["value"] if body else teams.texts_to("ada")[0]
    assert said == MovedOnFault().message


async def test_a_fault_in_answer_to_a_message_is_said(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.error = MovedOnFault()
    await bot.receives(teams.activities.message("ada", "accept"))
    assert teams.texts_to("ada") == [MovedOnFault().message]


async def test_turns_of_one_chat_go_one_after_another(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.gate = asyncio.Event()
    first = asyncio.create_task(bot.receives(teams.activities.message("ada", "one")))
    await bot.turns.started.wait()
    second = asyncio.create_task(bot.receives(teams.activities.press("ada", "two")))
    other = asyncio.create_task(bot.receives(teams.activities.message("mo", "three")))
    bot.turns.started.clear()
    await bot.turns.started.wait()
    assert [incoming.sender_teams_id for _, incoming in bot.turns.asked] == ["29:ada", "29:mo"]
    bot.turns.gate.set()
    await asyncio.gather(first, second, other)
    assert bot.turns.names == ["said", "said", "pressed"]


async def test_an_answer_that_teams_puts_off_is_sent_again(bot: Rig, teams: FakeTeams) -> None:
    teams.fail_next(503)
    bot.turns.replies = [Reply(text="Done.")]
    await bot.receives(teams.activities.message("ada", "hi"))
    assert teams.texts_to("ada") == ["Done."]


async def test_an_answer_of_which_nobody_knows_is_not_sent_twice(
    bot: Rig, teams: FakeTeams
) -> None:
    teams.lose_reply_to_next()
    bot.turns.replies = [Reply(text="Done.")]
    assert await bot.receives(teams.activities.message("ada", "hi")) == (200, None)
    assert teams.texts_to("ada") == ["Done."]


async def test_an_answer_that_cannot_be_sent_fails_no_turn(bot: Rig, teams: FakeTeams) -> None:
    teams.fail_next(403)
    bot.turns.replies = [Reply(text="Done.")]
    assert await bot.receives(teams.activities.message("ada", "hi")) == (200, None)
    assert "practice_loop_turns_failed_total 0.0" in bot.metrics.exposition().decode()


@pytest.mark.parametrize("name", ["composeExtension/fetchTask", "composeExtension/submitAction"])
async def test_an_action_on_a_message_is_answered_with_its_dialog(
    bot: Rig, teams: FakeTeams, name: str
) -> None:
    status, body = await bot.receives(teams.activities.press("ada", "", name=name))
    assert (status, bot.turns.names) == (200, ["extended"])
    shown = body["task"]["value"]
    assert (body["task"]["type"], shown["title"]) == ("continue", "A dialog")
    assert shown["card"] == {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "content": CARD,
    }


async def test_an_action_on_a_message_that_fails_says_sorry_in_its_dialog(
    bot: Rig, teams: FakeTeams
) -> None:
    bot.turns.error = RuntimeError("secret")
    name = "composeExtension/submitAction"
    status, body = await bot.receives(teams.activities.press("ada", "", name=name))
    assert (status, body["task"]["type"]) == (200, "message")
    assert REFERENCE.search(body["task"]["value"])
    assert "secret" not in body["task"]["value"]


async def test_the_answer_about_a_file_gets_its_lines_and_no_body(
    bot: Rig, teams: FakeTeams
) -> None:
    bot.turns.replies = (Reply(text="It is not there."),)
    said = teams.activities.about_file("ada", {"action": "accept", "context": {"id": "file-1"}})
    assert await bot.receives(said) == (200, None)
    assert bot.turns.names == ["offered"]
    assert bot.turns.last.value == said["value"]
    assert teams.texts_to("ada") == ["It is not there."]


async def test_an_answer_about_a_file_that_fails_says_sorry_in_the_chat(
    bot: Rig, teams: FakeTeams
) -> None:
    bot.turns.error = RuntimeError("secret")
    assert await bot.receives(teams.activities.about_file("ada", {})) == (200, None)
    (text,) = teams.texts_to("ada")
    assert REFERENCE.search(text)
    assert "secret" not in text
