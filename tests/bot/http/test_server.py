from __future__ import annotations

import asyncio
import json

import pytest

from tests.bot.rig import Rig, Setup
from tests.fake_teams import FakeTeams


async def well() -> bool:
    return True


async def ill() -> bool:
    return False


async def broken() -> bool:
    raise OSError("no database here")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/api/messages"),
        ("POST", "/healthz"),
        ("PUT", "/api/x"),
        ("GET", "/.env"),
    ],
)
async def test_anything_else_is_not_there(method: str, path: str, bot: Rig) -> None:
    async with bot.session.request(method, bot.url + path) as response:
        assert response.status == 404
        assert await response.json() == {"error": "There is nothing here."}


async def test_it_is_alive(bot: Rig) -> None:
    assert await bot.get("/healthz") == (200, '{"status": "ok"}')


async def test_it_is_ready_when_every_check_passes(teams: FakeTeams) -> None:
    async with Rig(teams, Setup(checks={"database": well, "dispatcher": well})) as bot:
        status, text = await bot.get("/readyz")
    assert (status, json.loads(text)) == (200, {"database": "ok", "dispatcher": "ok"})


async def test_it_is_not_ready_when_one_check_fails_or_breaks(teams: FakeTeams) -> None:
    checks = {"database": broken, "migrations": ill, "scheduler": well}
    async with Rig(teams, Setup(checks=checks)) as bot:
        status, text = await bot.get("/readyz")
    found = {"database": "failed", "migrations": "failed", "scheduler": "ok"}
    assert (status, json.loads(text)) == (503, found)
    assert "no database here" not in text


async def test_metrics_count_turns_and_refusals(bot: Rig, teams: FakeTeams) -> None:
    await bot.receives(teams.activities.message("ada", "hi"))
    await bot.post(b"{}", {"Content-Type": "application/json"})
    status, text = await bot.get("/metrics")
    assert status == 200
    assert 'practice_loop_turn_seconds_count{kind="said"} 1.0' in text
    assert 'practice_loop_requests_refused_total{reason="no_token"} 1.0' in text


async def test_an_answer_says_nothing_about_what_we_are_made_of(bot: Rig) -> None:
    async with bot.session.get(f"{bot.url}/healthz") as response:
        assert response.headers["Server"] == "practice-loop"
        assert response.headers["Cache-Control"] == "no-store"


async def test_after_a_key_roll_over_the_next_activity_is_taken(bot: Rig, teams: FakeTeams) -> None:
    teams.signer.rotate()
    assert (await bot.receives(teams.activities.message("ada", "hi")))[0] == 200


async def test_a_hanging_turn_does_not_hold_up_another_chat(bot: Rig, teams: FakeTeams) -> None:
    bot.turns.gate = asyncio.Event()
    slow = asyncio.create_task(bot.receives(teams.activities.message("ada", "slow")))
    await bot.turns.started.wait()
    assert await bot.get("/healthz") == (200, '{"status": "ok"}')
    bot.turns.gate.set()
    assert (await slow)[0] == 200
