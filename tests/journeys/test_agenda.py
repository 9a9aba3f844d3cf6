"""A working week: a digest, one thing put off, one that is not hers, a team that is behind."""

from __future__ import annotations

from tests.journeys.looking import clock_looks
from tests.journeys.world import World, at


async def begins(world: World) -> None:
    """From 1 September 2025: the audit is due on Monday 22 September."""
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    for who in (world.ada, world.tess):
        await who.presses("Accept for later")
    await clock_looks(world)


async def test_ada_puts_it_off_then_says_that_it_is_not_hers(herefordshire: World) -> None:
    world = herefordshire
    await begins(world)
    assert "Grade C-23087" in await world.ada.says("calendar") + world.ada.cards[-1]

    line = await world.ada.says("snooze 1 until Thursday 18 September")
    assert "no reminder before Thursday 18 September" in line
    world.clock.moves_to(at("2025-09-15 08:30"))
    await clock_looks(world)
    assert not [card for card in world.ada.cards if "coming up" in card]
    world.clock.moves_to(at("2025-09-18 08:30"))
    await clock_looks(world)
    assert "Grade C-23087" in world.ada.card("1 coming up")

    await world.ada.presses("Later, or not mine")
    await world.ada.presses("Ask for that")
    assert "Ada Byrne" in world.mo.card("Who has this?")
    await world.mo.presses("Ask them", person="ivy")
    assert "Mo Winter gave it to Ivy Hart" in world.ada.card("Who has this?")
    assert "You are peer auditor for C-23087" in world.ivy.card("C-23087")
    world.clock.moves_to(at("2025-09-23 08:30"))
    await clock_looks(world)
    assert not [card for card in world.ada.cards if "1 overdue" in card]


async def test_past_the_day_only_with_the_managers_yes(herefordshire: World) -> None:
    world = herefordshire
    await begins(world)
    line = await world.tess.says("snooze C-23087 until 1 October")
    assert "I have asked Sam Field about Wednesday 1 October" in line
    await world.sam.presses("Agree")
    assert "Sam Field agreed to Wednesday 1 October" in world.tess.card("A later day?")
    for day in ("15", "22", "23", "26"):
        world.clock.moves_to(at(f"2025-09-{day} 08:30"))
        await clock_looks(world)
    assert not [card for card in world.tess.cards if "overdue" in card or "coming up" in card]
    assert not [card for card in world.sam.cards if "Tess Marlow" in card and "late" in card]
    world.clock.moves_to(at("2025-10-01 08:30"))
    await clock_looks(world)
    assert "1 overdue" in world.tess.card("1 overdue")


async def test_sam_sees_who_is_behind_and_cora_whom_nothing_reaches(
    herefordshire: World,
) -> None:
    world = herefordshire
    await begins(world)
    await world.tess.removes_the_app()
    world.clock.moves_to(at("2025-09-15 08:30"))
    await clock_looks(world)
    assert "Tess Marlow" in world.cora.card("1 person of 13 not reached")
    assert "to Sam Field" in world.cora.card("1 person of 13 not reached")
    assert "For Tess Marlow" in world.sam.card("1 to cover")

    await world.tess.installs()
    world.clock.moves(minutes=1)
    await world.tess.says("hello")
    assert "Everybody can be reached" in world.cora.card("Everybody can be reached")

    world.clock.moves_to(at("2025-09-26 08:30"))
    await clock_looks(world)
    await world.sam.says("my team")
    assert "Tess Marlow" in world.sam.card("1 person is behind")
    await world.sam.presses("Tess Marlow, Grade C-23087, the longest 4 days, 1 late")
    assert "**Sam Field** asks you to look at this" in world.tess.card("1 thing is late")
