"""Leave in plain words: Ada says it, Ivy covers and does the work, Ada comes back."""

from __future__ import annotations

from tests.journeys.looking import clock_looks
from tests.journeys.world import World, at


async def test_ada_is_away_ivy_is_told_and_reminded_and_ada_comes_back(
    herefordshire: World,
) -> None:
    """From 1 September 2025: the audit is due on Monday 22 September."""
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Accept for later")
    await world.tess.presses("Accept for later")

    await world.ada.says("I'm away from 10 to 24 September, ivy covers")
    mine = world.ada.card("1 thing to cover")
    assert "10 September to 24 September" in mine
    assert "Thursday 25 September" in mine
    told = world.ivy.card("You stand in")
    assert "Ada Byrne" in told
    assert "Grade C-23087" in told

    world.clock.moves_to(at("2025-09-15 08:30"))
    await clock_looks(world)
    assert "For Ada Byrne" in world.ivy.card("1 to cover")
    assert not [card for card in world.ada.cards if "coming up" in card]
    assert "1 coming up" in world.tess.card("1 coming up")

    world.clock.moves_to(at("2025-09-17 08:30"))
    await world.ada.says("back today")
    assert "The leave is over" in world.ivy.card("The leave is over")
    world.clock.moves_to(at("2025-09-22 08:30"))
    await clock_looks(world)
    assert "Grade C-23087" in world.ada.card("1 coming up")


async def test_nobody_covers_so_the_manager_says_who(herefordshire: World) -> None:
    world = herefordshire
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.presses("Accept for later")

    await world.ada.says("away until Wednesday 24 September")
    assert "nobody covers what falls due" in world.mo.card("Who covers?")
    await world.mo.presses("They cover", cover="ivy")
    assert "Ada Byrne" in world.ivy.card("You stand in")
    assert "Ivy Hart" in world.ada.card("Your cover")
