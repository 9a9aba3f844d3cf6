"""What is large, deep or endless is refused before it is parsed, and mostly before it is read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

import pytest

from bot.http.reading import LARGEST_BODY
from tests.bot.rig import Rig
from tests.fake_teams import FakeTeams

MEGABYTE = 1_048_576
KEYS = 60_000
HOSTILE = {
    "13 nested 100,000 deep": b"[" * 100_000,
    "14 a megabyte of 60,000 keys": json.dumps({f"key-{n:05}": "x" for n in range(KEYS)}).encode(),
    "15 a megabyte of nothing": b" " * MEGABYTE,
}


async def answer_to(bot: Rig, headers: Mapping[str, str], first: bytes, length: int) -> bytes:
    """The status line that comes when only the first bytes of a body were sent."""
    reader, writer = await asyncio.open_connection("127.0.0.1", bot.server.port)
    lines = ["POST /api/messages HTTP/1.1", "Host: bot", f"Content-Length: {length}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + first)
    await writer.drain()
    async with asyncio.timeout(30):
        status = await reader.readline()
    writer.close()
    return status.split()[1]


@pytest.mark.parametrize("case", HOSTILE)
async def test_a_hostile_body_without_a_token_is_401(case: str, bot: Rig) -> None:
    status, answer = await bot.post(HOSTILE[case], {"Content-Type": "application/json"})
    assert (status, answer) == (401, b"{}")
    assert bot.turns.asked == []


@pytest.mark.parametrize("authorization", [None, "Bearer a.b.c"])
async def test_without_a_token_the_answer_does_not_wait_for_the_body(
    authorization: str | None, bot: Rig
) -> None:
    headers = {"Content-Type": "application/json"}
    if authorization:
        headers["Authorization"] = authorization
    assert await answer_to(bot, headers, b'{"type":', MEGABYTE) == b"401"


async def test_with_a_token_a_megabyte_is_refused_before_it_is_parsed(
    bot: Rig, teams: FakeTeams
) -> None:
    no_json = b"{" + HOSTILE["14 a megabyte of 60,000 keys"]
    assert len(no_json) > MEGABYTE > LARGEST_BODY
    assert (await bot.post(no_json, teams.headers()))[0] == 413  # parsed it would be a 400
    assert bot.turns.asked == []


async def test_a_token_of_another_app_gets_nothing_read_either(bot: Rig, teams: FakeTeams) -> None:
    headers = teams.headers(aud="99999999-0000-0000-0000-000000000000")
    assert await answer_to(bot, headers, b"", MEGABYTE) == b"401"
