from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.answers import wait
from bot.teams.connector import Chat, Connector
from bot.teams.hosts import ServiceHosts
from bot.teams.outcomes import Absence, Gone, Opened, Outcome, Refused, Retry, Sent, Unknown
from bot.teams.tokens import Credentials, Tokens
from tests.fake_teams import BOT_ID, TENANT, FakeTeams

TEXT = {"type": "message", "text": "hello"}


@pytest.fixture
async def connector(teams: FakeTeams) -> AsyncIterator[Connector]:
    credentials = Credentials(app_id=teams.app_id, secret=teams.secret, url=teams.token_url)
    async with aiohttp.ClientSession() as session:
        tokens = Tokens(session, credentials, clock=time.monotonic)
        yield Connector(session, tokens, ServiceHosts(local=True), time_limit=1.0)
        await tokens.close()


@pytest.fixture
def chat(teams: FakeTeams) -> Chat:
    return Chat(service_url=teams.service_url, conversation_id="a:chat-ada")


async def test_a_new_activity_gets_an_id(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    assert await connector.send(chat, TEXT) == Sent("sent-1")
    (post,) = teams.posts
    assert (post.activity, post.authorization) == (TEXT, "Bearer token-1")


async def test_ids_with_signs_reach_teams_whole(connector: Connector, teams: FakeTeams) -> None:
    odd = "19:meeting/a@thread.tacv2;messageid=1%2"
    await connector.send(Chat(service_url=teams.service_url, conversation_id=odd), TEXT)
    assert teams.posts[0].conversation_id == odd


async def test_a_reply_an_update_and_a_deletion_name_the_activity(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    assert isinstance(await connector.reply(chat, "m-1", TEXT), Sent)
    assert await connector.update(chat, "sent-9", TEXT) == Sent("sent-9")
    assert await connector.delete(chat, "sent-9") == Sent("sent-9")
    assert [post.method for post in teams.connector.taken] == ["POST", "PUT", "DELETE"]
    assert teams.updates[0].activity["id"] == "sent-9"


async def test_typing_is_an_activity_of_its_own(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    await connector.typing(chat)
    assert [post.activity for post in teams.typings] == [{"type": "typing"}]


async def test_a_chat_with_a_person_is_opened(connector: Connector, teams: FakeTeams) -> None:
    opened = await connector.create_conversation(
        teams.service_url, bot_id=BOT_ID, member_id="29:ada", tenant_id=TENANT
    )
    assert opened == Opened("a:chat-ada")
    assert teams.created == [
        {
            "isGroup": False,
            "bot": {"id": BOT_ID},
            "members": [{"id": "29:ada"}],
            "tenantId": TENANT,
            "channelData": {"tenant": {"id": TENANT}},
        }
    ]


POSTED: list[tuple[int, Outcome]] = [
    (400, Refused("400 Made")),
    (403, Gone(Absence.BLOCKED, "403 Made")),
    (404, Gone(Absence.NOT_FOUND, "404 Made")),
    (408, Unknown("408 Made")),
    (410, Gone(Absence.NOT_FOUND, "410 Made")),
    (412, Retry("412 Made")),
    (413, Refused("413 Made")),
    (429, Retry("429 Made", counts=False, throttled=True)),
    (500, Unknown("500 Made")),
    (501, Refused("501 Made")),
    (502, Unknown("502 Made")),
    (503, Retry("503 Made")),
    (504, Unknown("504 Made")),
]


@pytest.mark.parametrize(("status", "expected"), POSTED)
async def test_what_a_status_means_for_a_new_activity(
    status: int, expected: Outcome, connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.fail_next(status)
    assert await connector.send(chat, TEXT) == expected
    assert teams.posts == []


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
async def test_an_update_can_be_tried_again(
    status: int, connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.fail_next(status)
    assert await connector.update(chat, "sent-1", TEXT) == Retry(f"{status} Made")


async def test_teams_says_when_to_come_again(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.fail_next(429, retry_after="7")
    assert await connector.send(chat, TEXT) == Retry(
        "429 Made", after=7.0, counts=False, throttled=True
    )


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "3"}, 3.0),
        ({"Retry-After": "999999"}, 3600.0),
        (
            {
                "Retry-After": "Sat, 21 Nov 2026 10:00:30 GMT",
                "Date": "Sat, 21 Nov 2026 10:00:00 GMT",
            },
            30.0,
        ),
        ({"Retry-After": "Sat, 21 Nov 2026 10:00:30 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "٣"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_both_spellings(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert wait(headers) == seconds


async def test_an_answer_that_is_lost_is_unknown_for_a_new_activity_only(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.lose_reply_to_next()
    assert isinstance(await connector.send(chat, TEXT), Unknown)
    assert len(teams.posts) == 1
    teams.lose_reply_to_next(method="PUT", times=2)
    assert isinstance(await connector.update(chat, "sent-1", TEXT), Retry)


async def test_no_answer_in_time_is_unknown(teams: FakeTeams, chat: Chat) -> None:
    teams.hang_next()
    async with aiohttp.ClientSession() as session:
        tokens = Tokens(session, None, clock=time.monotonic)
        hurried = Connector(session, tokens, ServiceHosts(local=True), time_limit=0.05)
        assert await hurried.send(chat, TEXT) == Unknown("TimeoutError")


async def test_a_server_that_is_not_there_took_nothing(
    connector: Connector, unused_tcp_port: int
) -> None:
    away = Chat(service_url=f"http://127.0.0.1:{unused_tcp_port}/", conversation_id="a:1")
    outcome = await connector.send(away, TEXT)
    assert isinstance(outcome, Retry)
    assert not outcome.counts


async def test_a_code_of_teams_that_could_hold_words_is_left_out(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.fail_next(400, code="words of\nsomebody")
    assert await connector.send(chat, TEXT) == Refused("400")


async def test_a_token_that_teams_refuses_is_replaced_once(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.fail_next(401)
    assert isinstance(await connector.send(chat, TEXT), Sent)
    assert teams.posts[0].authorization == "Bearer token-2"
    teams.fail_next(401, times=2)
    assert await connector.send(chat, TEXT) == Retry("401 Made", counts=False)


async def test_without_a_token_nothing_is_sent_and_nothing_is_lost(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.identity.token_status = 503
    assert await connector.send(chat, TEXT) == Retry("no_token status_503", counts=False)
    assert teams.connector.taken == []


async def test_fifty_sends_at_once_fetch_one_token(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    outcomes = await asyncio.gather(*(connector.send(chat, TEXT) for _ in range(50)))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert teams.identity.tokens_given == 1


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/", "https://evil.example/", "ftp://127.0.0.1/", ""]
)
async def test_no_token_leaves_for_another_host(
    url: str, connector: Connector, teams: FakeTeams
) -> None:
    chat = Chat(service_url=url, conversation_id="a:1")
    assert await connector.send(chat, TEXT) == Refused("service_host_not_allowed")
    assert teams.identity.tokens_given == 0


async def test_a_redirect_is_not_followed(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    teams.fail_next(307, location=f"{teams.service_url}elsewhere")
    assert await connector.send(chat, TEXT) == Refused("307 Made")


async def test_a_body_that_is_no_json_is_refused_before_it_is_sent(
    connector: Connector, chat: Chat, teams: FakeTeams
) -> None:
    assert isinstance(await connector.send(chat, {"text": object()}), Refused)
    assert teams.posts == []
