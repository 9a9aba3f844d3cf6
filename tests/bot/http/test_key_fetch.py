"""A key that nobody knows: it is asked for behind everybody's back, and not for ever."""

from __future__ import annotations

import asyncio
import json

import aiohttp

from bot.http.keys import BETWEEN, SigningKeys
from tests.bot.rig import Clock, Rig, Setup
from tests.fake_teams import FakeTeams


async def test_while_the_key_list_hangs_other_requests_are_answered(teams: FakeTeams) -> None:
    clock = Clock()
    async with Rig(teams, Setup(keys_clock=clock)) as bot:
        await bot.receives(teams.activities.message("ada", "one"))
        clock.now += BETWEEN
        teams.identity.openid_answers.clear()
        teams.identity.asked.clear()
        body = json.dumps(teams.activities.message("ada", "forged")).encode()
        forged = asyncio.create_task(bot.post(body, teams.headers(headers={"kid": "nobody"})))
        await teams.identity.asked.wait()

        for said in ("two", "three"):
            assert (await bot.receives(teams.activities.message("ada", said)))[0] == 200
        assert await bot.get("/healthz") == (200, '{"status": "ok"}')
        assert not forged.done()

        teams.identity.openid_answers.set()
        assert await forged == (401, b"{}")
        assert [incoming.text for _, incoming in bot.turns.asked] == ["one", "two", "three"]


async def test_a_key_list_that_hangs_is_given_up(teams: FakeTeams) -> None:
    teams.identity.openid_answers.clear()
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, teams.openid_url, clock=Clock(), time_limit=0.05)
        async with asyncio.timeout(30):
            assert await keys.find("key-1") is None
        await keys.close()
