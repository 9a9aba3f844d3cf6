"""A step is told once for ever: two replicas at once, and a death between commit and send."""

from __future__ import annotations

import asyncio
from collections import Counter

from scheduler.running import run_tick
from scheduler.tick import ticks
from storage import tables
from tests.journeys.looking import clock_looks
from tests.journeys.world import World, at
from usecases.nudges.nudge_duties import nudge_duties


async def begins(world: World) -> None:
    """Tess and Ada grade C-23087, due on Monday 22 September."""
    for person in (world.tess, world.ada):
        await person.installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    for person in (world.tess, world.ada):
        await person.presses("Accept for later")
    await clock_looks(world)
    world.clock.moves_to(at("2025-09-15 08:30"))


async def digests(world: World) -> Counter[str]:
    rows = await world.rows(tables.deliveries)
    return Counter(row["recipient"] for row in rows if row["kind"] == "digest")


async def looks(world: World) -> int:
    """One replica's look, without the lock that keeps two from the same tick."""
    async with world.units() as uow:
        told = await nudge_duties(uow, world.council, world.clock())
        await uow.commit()
    return told


async def test_a_death_between_commit_and_send_sends_it_once(herefordshire: World) -> None:
    world = herefordshire
    await begins(world)
    await run_tick(ticks()["nudge_duties"], world.units, world.council, world.clock())
    await world.stops()  # the rows are committed, and nothing is sent
    await world.starts()
    await clock_looks(world)
    await clock_looks(world)
    assert await digests(world) == {"ada": 1, "tess": 1}


async def test_a_death_before_the_commit_loses_nothing(herefordshire: World) -> None:
    world = herefordshire
    await begins(world)
    async with world.units() as uow:
        assert await nudge_duties(uow, world.council, world.clock()) == 2
    assert await world.rows(tables.nudges) == []
    await clock_looks(world)
    assert await digests(world) == {"ada": 1, "tess": 1}


async def test_replicas_that_look_in_the_same_moment_tell_a_step_once(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    told = await asyncio.gather(*(looks(world) for _ in range(4)))
    assert sum(told) == 2
    await world.delivered()
    assert await digests(world) == {"ada": 1, "tess": 1}
    assert len(await world.rows(tables.nudges)) == 2


async def test_what_is_done_while_the_row_waits_is_not_told(herefordshire: World) -> None:
    """Checked again at the send: cancelled between the two."""
    world = herefordshire
    await begins(world)
    await run_tick(ticks()["nudge_duties"], world.units, world.council, world.clock())
    async with world.units() as uow:
        for person in ("ada", "tess"):
            for duty in await uow.duties.open_of(person):
                await uow.duties.close(duty.subject, duty.state.CANCELLED, world.clock())
        await uow.commit()
    await world.delivered()
    assert await digests(world) == {}
