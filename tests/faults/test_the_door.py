"""Hostile requests to the whole service: refused, and not a row is written."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.fake_teams import Json
from tests.journeys.world import World

STRANGER = "stranger"


@pytest.fixture
async def world(herefordshire: World) -> World:
    """Ada has been offered a seat."""
    for person in ("tess", "ada"):
        await herefordshire.named(person).installs()
    await herefordshire.opens_audit("C-23087", lead="tess", peer="ada")
    return herefordshire


async def status_of(world: World, activity: Json, claims: dict[str, Any] | None) -> int:
    """What a request is answered with; claims None: it carries no token."""
    headers = world.teams.headers(**claims) if claims is not None else {}
    headers["Content-Type"] = "application/json"
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{world.url}/api/messages", data=json.dumps(activity), headers=headers
        ) as response,
    ):
        return response.status


async def test_no_forged_press_gets_past_the_door(world: World) -> None:
    place, button = world.ada.button("Accept for later")
    press = world.teams.activities.press("aad-ada", button.verb, button.data({}), replyToId=place)
    elsewhere = "https://teams.example/"
    tries: list[tuple[Json, dict[str, Any] | None, int]] = [
        (press, None, 401),
        (press, {"aud": STRANGER}, 401),
        (press, {"iss": STRANGER}, 401),
        (press, {"exp": None}, 401),
        (press, {"headers": {"kid": STRANGER}}, 401),
        ({**press, "serviceUrl": elsewhere}, {}, 401),
        ({**press, "serviceUrl": elsewhere}, {"serviceurl": elsewhere}, 403),
        ({**press, "channelId": "webchat"}, {}, 403),
        ({**press, "channelData": {"tenant": {"id": STRANGER}}}, {}, 403),
        ({**press, "from": None}, {}, 400),
    ]
    before = await world.everything()
    assert [await status_of(world, act, claims) for act, claims, _ in tries] == [
        expected for _, _, expected in tries
    ]
    assert await world.changes(before) == {}
    assert await status_of(world, press, {}) == 200
    assert await world.changes(before) != {}, "the real one counts"
