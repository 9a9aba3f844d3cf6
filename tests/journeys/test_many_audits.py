"""While a cycle of a great many audits goes out, a chat is answered."""

from __future__ import annotations

import asyncio

from scheduler.running import run_tick
from scheduler.tick import ticks
from tests.journeys.world import World
from tests.usecases.cycles.many import cycle_of, opened
from usecases.cycles.beginning import TOGETHER

MANY = 6 * TOGETHER


async def test_a_chat_is_answered_before_the_whole_cycle_is_out(herefordshire: World) -> None:
    world = herefordshire
    await world.ada.installs()
    await world.delivered()
    world.at_once = False  # else what she says would wait for hundreds of cards
    world.clock.moves(hours=2)
    cycle = await opened(world.units, world.council, MANY, world.clock())
    events: list[str] = []

    async def clock() -> None:
        units, council = world.running.units, world.running.council
        await run_tick(ticks()["begin_cycles"], units, council, world.clock())
        events.append("all is out")

    async def chat() -> None:
        said = await world.ada.says("help")
        events.append("answered" if said else "silence")

    await asyncio.gather(clock(), chat())
    assert events == ["answered", "all is out"]
    assert (await cycle_of(world.units, cycle)).noticed_at is not None
