"""A token whose signature was checked before is still asked for everything that can change."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator

import pytest

from bot.http.authentication import MOST_PROVED, SKEW
from bot.http.keys import FRESH
from tests.bot.rig import Clock, Rig, Setup
from tests.fake_teams import FakeTeams

LIFE = 1000


@pytest.fixture
def clock() -> Clock:
    made = Clock()
    made.now = time.time()
    return made


@pytest.fixture
def keys_clock() -> Clock:
    return Clock()


@pytest.fixture
async def bot(teams: FakeTeams, clock: Clock, keys_clock: Clock) -> AsyncIterator[Rig]:
    async with Rig(teams, Setup(tokens_clock=clock, keys_clock=keys_clock)) as rig:
        yield rig


async def answered(bot: Rig, teams: FakeTeams, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    body = json.dumps(teams.activities.message("ada", "hi")).encode()
    return (await bot.post(body, headers))[0]


async def test_the_same_token_is_taken_again_until_it_expires(
    bot: Rig, teams: FakeTeams, clock: Clock
) -> None:
    token = teams.token(exp=int(clock.now) + LIFE)
    assert await answered(bot, teams, token) == 200
    clock.now += LIFE + SKEW - 1
    assert await answered(bot, teams, token) == 200
    clock.now += 2
    assert await answered(bot, teams, token) == 401
    assert len(bot.turns.asked) == 2


async def test_a_known_token_is_not_taken_before_its_time(
    bot: Rig, teams: FakeTeams, clock: Clock
) -> None:
    token = teams.token(nbf=int(clock.now))
    assert await answered(bot, teams, token) == 200
    clock.now -= SKEW + 2  # somebody set the clock back
    assert await answered(bot, teams, token) == 401


async def test_a_known_token_ends_with_the_key_that_signed_it(
    bot: Rig, teams: FakeTeams, keys_clock: Clock
) -> None:
    token = teams.token()
    assert await answered(bot, teams, token) == 200
    teams.signer.rotate()  # the old key is not Teams' any more
    keys_clock.now += FRESH + 1
    await bot.keys.find("another")  # which fetches the keys of now
    assert await answered(bot, teams, token) == 401
    assert await answered(bot, teams, teams.token()) == 200


async def test_a_forged_twin_of_a_known_token_is_refused(bot: Rig, teams: FakeTeams) -> None:
    token = teams.token()
    assert await answered(bot, teams, token) == 200
    head, claims, signature = token.split(".")
    forged = signature[:-9] + ("A" if signature[-9] != "A" else "B") + signature[-8:]
    assert await answered(bot, teams, f"{head}.{claims}.{forged}") == 401
    assert await answered(bot, teams, f"{token}.") == 401


async def test_an_activity_is_held_against_a_known_token_too(bot: Rig, teams: FakeTeams) -> None:
    assert await bot.receives(teams.activities.message("ada", "hi")) == (200, None)
    elsewhere = teams.activities.message("ada", "hi", serviceUrl="https://smba.trafficmanager.net/")
    token = teams.token()
    assert await answered(bot, teams, token) == 200
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    assert (await bot.post(json.dumps(elsewhere).encode(), headers))[0] == 401


async def test_only_so_many_tokens_are_remembered(bot: Rig, teams: FakeTeams) -> None:
    for number in range(MOST_PROVED + 5):
        assert await answered(bot, teams, teams.token(jti=str(number))) == 200
    assert bot.authenticator.remembers == MOST_PROVED
