"""Two replicas look at the same ladder in the same moment, while somebody says "I have it"."""

from __future__ import annotations

import asyncio
from collections import Counter

import aiohttp

from storage import tables
from tests.journeys.responses import raises, sefton_at_work, urgent_posts
from tests.journeys.world import World
from usecases.responses.climbing import move_responses
from usecases.responses.watching import overdue_steps


async def looks(world: World) -> int:
    """One replica's look, without the lock that keeps two from the same tick."""
    async with world.units() as uow:
        moved = await move_responses(uow, world.council, world.clock())
        await uow.commit()
    return moved


async def test_each_step_is_told_once_for_ever(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    for minutes in (15, 45, 60, 60, 60):
        world.clock.moves(minutes=minutes)
        await asyncio.gather(*(looks(world) for _ in range(4)))
        await world.delivered()
    steps = await world.rows(tables.response_steps)
    assert max(Counter(row["once"] for row in steps).values()) == 1
    assert (urgent_posts(world, "aad-sam"), urgent_posts(world, "aad-hal")) == (6, 3)
    sent = [row for row in await world.rows(tables.outbox) if row["dedup_key"]]
    assert len({row["dedup_key"] for row in sent}) == len(sent)


async def test_i_have_it_is_never_lost_to_a_step_in_the_same_moment(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    world.clock.moves(minutes=15)
    place, button = world.sam.button("I have it")
    pressed, *_ = await asyncio.gather(
        world.sam.sends_press(button.verb, button.data({}), replyToId=place),
        looks(world),
        looks(world),
    )
    assert "Acknowledged" in pressed.answer.text
    (row,) = await world.rows(tables.responses)
    assert row["state"] == "acknowledged"
    before = urgent_posts(world, "aad-sam")
    await world.passes(minutes=46)
    assert urgent_posts(world, "aad-sam") == before


async def test_a_ladder_that_nobody_climbs_is_seen_by_the_watchdog(sefton: World) -> None:
    world = sefton
    await sefton_at_work(world)
    await raises(world)
    world.clock.moves(minutes=15, seconds=59)
    async with world.units(reading=True) as uow:
        assert await overdue_steps(uow, world.clock()) == 0
    world.clock.moves(seconds=2)
    async with world.units(reading=True) as uow:
        assert await overdue_steps(uow, world.clock()) == 1
    await world.delivered()
    await world.running.dispatcher.drain(world.clock())
    assert "practice_loop_urgent_overdue 1.0" in await figures(world)
    await world.ticks()
    assert "practice_loop_urgent_overdue 0.0" in await figures(world)


async def figures(world: World) -> str:
    """What an operator's Prometheus reads."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{world.url}/metrics") as response,
    ):
        return await response.text()
