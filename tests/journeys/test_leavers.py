"""Ada leaves in the middle of an audit: her manager has it, and the QA team gives it to Ivy."""

from __future__ import annotations

from dataclasses import replace

from scheduler.running import run_tick
from scheduler.tick import ticks
from tests import cast
from tests.journeys.world import World, at


async def test_what_somebody_leaves_has_an_owner_the_same_day(herefordshire: World) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Accept for later")

    world.clock.moves_to(at("2025-09-10 09:30"))
    async with world.units() as uow:
        await uow.people.put([replace(cast.ADA, left_on=world.clock().date())])
        await uow.commit()
    tick = ticks()["pass_on_duties"]
    await run_tick(tick, world.running.units, world.council, world.clock())
    await world.delivered()
    mo = world.mo.card("Somebody has left")
    assert "Ada Byrne" in mo
    assert "Grade C-23087" in mo
    assert "1 duty had to find a new owner" in world.cora.card("Who has left")

    await world.cora.says("who has left")
    await world.cora.presses("Ada Byrne, since 10 September, to Mo Winter, 1 duty")
    await world.cora.presses("They take over", person="ivy")
    assert "Ivy Hart takes over; 1 went to them." in world.cora.card("Somebody has left")
    assert "C-23087" in world.ivy.card("Case file audit")
    await world.mo.says("my work")
    assert "Nothing is waiting" in world.mo.card("Nothing is waiting")
