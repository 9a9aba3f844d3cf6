from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.tokens import Credentials, NoTokenError, Tokens
from tests.bot.rig import Clock
from tests.fake_teams import FakeTeams


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def tokens(teams: FakeTeams, session: aiohttp.ClientSession, clock: Clock) -> Tokens:
    credentials = Credentials(app_id=teams.app_id, secret=teams.secret, url=teams.token_url)
    return Tokens(session, credentials, clock=clock)


async def test_fifty_callers_share_one_fetch(tokens: Tokens, teams: FakeTeams) -> None:
    got = await asyncio.gather(*(tokens.get() for _ in range(50)))
    assert set(got) == {"token-1"}
    assert teams.identity.tokens_given == 1


async def test_a_token_is_renewed_five_minutes_before_it_ends(tokens: Tokens, clock: Clock) -> None:
    assert await tokens.get() == "token-1"
    clock.now += 3600 - 301
    assert await tokens.get() == "token-1"
    clock.now += 1
    assert await tokens.get() == "token-2"


async def test_a_token_that_lives_is_used_while_no_other_can_be_had(
    tokens: Tokens, teams: FakeTeams, clock: Clock
) -> None:
    await tokens.get()
    teams.identity.token_status = 500
    clock.now += 3600 - 60
    assert await tokens.get() == "token-1"
    clock.now += 60
    with pytest.raises(NoTokenError, match="status_500"):
        await tokens.get()


async def test_after_a_failure_the_next_call_asks_again(tokens: Tokens, teams: FakeTeams) -> None:
    teams.identity.token_status = 500
    with pytest.raises(NoTokenError):
        await tokens.get()
    teams.identity.token_status = 200
    assert await tokens.get() == "token-1"


async def test_a_dropped_token_is_not_used_again(tokens: Tokens) -> None:
    first = await tokens.get()
    tokens.drop(first)
    assert await tokens.get() == "token-2"
    tokens.drop(first)
    assert await tokens.get() == "token-2"


async def test_an_answer_without_a_token_is_a_failure(tokens: Tokens, teams: FakeTeams) -> None:
    teams.identity.token_lifetime = "for ever"
    with pytest.raises(NoTokenError, match="ValueError"):
        await tokens.get()


async def test_a_wrong_secret_gives_no_token_and_shows_nowhere(
    teams: FakeTeams, session: aiohttp.ClientSession, clock: Clock
) -> None:
    wrong = Credentials(app_id=teams.app_id, secret="canary", url=teams.token_url)
    with pytest.raises(NoTokenError, match="status_400"):
        await Tokens(session, wrong, clock=clock).get()
    assert "canary" not in repr(wrong)


async def test_without_credentials_none_is_needed(
    session: aiohttp.ClientSession, clock: Clock, teams: FakeTeams
) -> None:
    assert await Tokens(session, None, clock=clock).get() is None
    assert teams.identity.tokens_given == 0


async def test_a_caller_who_goes_away_does_not_spoil_it_for_the_others(tokens: Tokens) -> None:
    leaver = asyncio.create_task(tokens.get())
    stayer = asyncio.create_task(tokens.get())
    await asyncio.sleep(0)
    leaver.cancel()
    assert await stayer == "token-1"
