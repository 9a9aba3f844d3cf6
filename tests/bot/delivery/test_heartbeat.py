"""An address outside hears of us once a minute, while nothing urgent is late."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.heartbeat import Heartbeat
from domain.delivery.message import Lane
from tests.bot.delivery.desk import NOW, Desk

MINUTE = timedelta(seconds=60)


class Outside:
    """Counts how often it was asked; ``status`` is what it says."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = 200

    async def answer(self, _: web.Request) -> web.Response:
        """One question."""
        self.asked += 1
        return web.Response(status=self.status)


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
async def heartbeat(outside: Outside) -> AsyncIterator[Heartbeat]:
    app = web.Application()
    app.router.add_get("/alive", outside.answer)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        yield Heartbeat(session, str(server.make_url("/alive")))


async def test_it_asks_once_a_minute(heartbeat: Heartbeat, outside: Outside) -> None:
    for seconds in (0, 1, 59, 60, 61):
        heartbeat.beat(NOW + timedelta(seconds=seconds))
        await heartbeat.done()
    assert outside.asked == 2


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_an_address_that_refuses_is_asked_again_and_harms_nothing(
    heartbeat: Heartbeat, outside: Outside, status: int
) -> None:
    outside.status = status
    heartbeat.beat(NOW)
    await heartbeat.done()
    heartbeat.beat(NOW + MINUTE)
    await heartbeat.done()
    assert outside.asked == 2


async def test_an_address_that_is_not_there_harms_nothing() -> None:
    async with aiohttp.ClientSession() as session:
        nobody = Heartbeat(session, "http://127.0.0.1:9/alive")
        nobody.beat(NOW)
        await nobody.done()


@pytest.mark.parametrize(("lane", "beats"), [(Lane.ORDINARY, 1), (Lane.URGENT, 0)])
async def test_it_falls_silent_while_something_urgent_is_late(
    desk: Desk, heartbeat: Heartbeat, outside: Outside, lane: Lane, beats: int
) -> None:
    await desk.knows("ada")
    await desk.queues("immediate_response", "ada", lane=lane)
    desk.now = NOW + timedelta(seconds=61)
    dispatcher = Dispatcher(replace(desk.means(), heartbeat=heartbeat))
    dispatcher.start()
    await desk.until_posts(1)
    await dispatcher.stop()
    await heartbeat.done()
    assert outside.asked == beats
