from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.http.keys import BETWEEN, BETWEEN_AT_START, FRESH, SigningKeys
from tests.bot.rig import Clock
from tests.fake_teams import FakeTeams


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def keys(teams: FakeTeams, clock: Clock) -> AsyncIterator[SigningKeys]:
    async with aiohttp.ClientSession() as session:
        found = SigningKeys(session, teams.openid_url, clock=clock)
        yield found
        await found.close()


async def test_a_key_keeps_its_endorsements(keys: SigningKeys) -> None:
    found = await keys.find("key-1")
    assert found is not None
    assert found.endorsements == {"msteams", "webchat"}


async def test_fifty_callers_share_one_fetch(keys: SigningKeys, teams: FakeTeams) -> None:
    found = await asyncio.gather(*(keys.find("key-1") for _ in range(50)))
    assert all(found)
    assert teams.identity.keys_given == 1


async def test_a_new_key_is_found_after_a_roll_over(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    await keys.find("key-1")
    rolled = teams.signer.rotate()
    clock.now += BETWEEN
    assert await keys.find(rolled) is not None
    assert await keys.find("key-1") is None


async def test_an_unknown_key_is_looked_for_once_in_five_minutes(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    await keys.find("key-1")
    clock.now += BETWEEN
    for _ in range(20):
        assert await keys.find("forged") is None
    assert teams.identity.openid_asked == 2
    clock.now += BETWEEN - 1
    await keys.find("forged")
    assert teams.identity.openid_asked == 2


async def test_failing_does_not_make_it_ask_more_often(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    await keys.find("key-1")
    teams.identity.openid_status = 503
    clock.now += BETWEEN
    for _ in range(20):
        assert await keys.find("forged") is None
    assert teams.identity.openid_asked == 2
    assert await keys.find("key-1") is not None


async def test_with_no_keys_at_all_it_tries_again_after_ten_seconds(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    teams.identity.openid_status = 500
    assert await keys.find("key-1") is None
    teams.identity.openid_status = 200
    assert await keys.find("key-1") is None
    clock.now += BETWEEN_AT_START
    assert await keys.find("key-1") is not None


async def test_old_keys_are_used_at_once_and_fetched_anew_behind(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    await keys.find("key-1")
    clock.now += FRESH + 1
    assert await keys.find("key-1") is not None
    assert teams.identity.keys_given == 1
    await keys.find("forged")  # joins the fetch that goes on behind
    assert teams.identity.keys_given == 2


async def test_entries_that_are_no_rsa_keys_are_left_out(
    keys: SigningKeys, teams: FakeTeams
) -> None:
    teams.identity.other_keys = [
        {"kty": "EC", "kid": "curve"},
        {"kty": "RSA", "kid": "broken", "n": "", "e": "AQAB"},
        {"kty": "RSA", "use": "enc", "kid": "sealing", "n": "AQAB", "e": "AQAB"},
    ]
    assert await keys.find("key-1") is not None
    assert [await keys.find(name) for name in ("curve", "broken", "sealing")] == [None] * 3


async def test_a_list_of_nonsense_leaves_the_known_keys(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    await keys.find("key-1")
    teams.identity.other_keys = ["nonsense"]
    clock.now += BETWEEN
    assert await keys.find("forged") is None
    assert await keys.find("key-1") is not None


async def test_an_empty_list_leaves_the_known_keys(
    keys: SigningKeys, teams: FakeTeams, clock: Clock
) -> None:
    await keys.find("key-1")
    teams.identity.publishes_own_key = False
    clock.now += BETWEEN
    await keys.find("forged")
    assert await keys.find("key-1") is not None


async def test_a_list_without_end_is_not_read(keys: SigningKeys, teams: FakeTeams) -> None:
    teams.identity.other_keys = [{"kty": "x" * 1_100_000}]
    assert await keys.find("key-1") is None
