"""Where the council's document has no urgent way the product's own safety net stands in (E-13)."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import tables
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.conftest import FRAMEWORKS, RECORD
from tests.journeys.responses import FACTS
from tests.journeys.world import World, at, settings_for

STORY = "A child may be unsafe: C-23087"
NET = "safety_button"


async def at_work(world: World) -> None:
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")


async def test_it_tells_team_and_service_manager_and_claims_no_time_limit(
    herefordshire: World,
) -> None:
    world = herefordshire
    await at_work(world)
    await world.ada.presses("Child may be unsafe")
    form = world.ada.card("What have you seen?")
    assert "This button is the product's own" in form
    assert "Follow your safeguarding procedure as well" in form
    await world.ada.presses("Send it now", trigger=NET, facts=FACTS)
    for told in (world.tess, world.sam):
        card = told.card(STORY)
        assert "Safety net CS-1" in card
        assert "not a rule of the council: no time limit" in card
        assert "min left" not in card
        assert "I have it" in card
    assert [row["due_at"] for row in await world.rows(tables.responses)] == [None]
    await world.passes(hours=3)
    assert FACTS in world.hal.card(STORY)
    assert "Overdue" not in world.sam.card(STORY)


@pytest.mark.parametrize("button", ["Start now", "Accept for later"])
async def test_it_stands_on_every_card_of_the_audit(herefordshire: World, button: str) -> None:
    world = herefordshire
    await at_work(world)
    for person in (world.tess, world.ada, world.wes):
        assert "Child may be unsafe" in person.cards[-1]
    await world.ada.presses(button)
    assert "Child may be unsafe" in world.ada.cards[-1]


async def test_a_council_can_switch_it_off(
    teams: FakeTeams, database_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    text = (FRAMEWORKS / "herefordshire.toml").read_text("utf-8")
    off = text.replace("[safety_button]\non = true", "[safety_button]\non = false")
    assert off != text
    (folder / "herefordshire.toml").write_text(off, "utf-8")
    settings = settings_for(teams, database_url, "herefordshire", folder)
    world = World(teams, settings, Clock(at("2025-09-01 08:00")))
    await world.moves_in([RECORD])
    await world.starts()
    await at_work(world)
    assert not [card for card in world.ada.cards if "Child may be unsafe" in card]
    assert "has switched this off" in await world.ada.says("raise")
    await world.closes()
