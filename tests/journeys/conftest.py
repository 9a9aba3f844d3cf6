from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cast import CASES
from tests.fake_teams import FakeTeams
from tests.journeys.clock import Clock
from tests.journeys.world import World, at, settings_for

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"

RECORD = replace(CASES["C-23087"], opened_on=date(2024, 3, 4))
IN_CARE = replace(CASES["C-24113"], cp_chair="chip", opened_on=date(2024, 3, 4))


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    playing = await FakeTeams.start()
    yield playing
    await playing.close()


@pytest.fixture
async def herefordshire(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """One open record, C-23087 of Wes in Tess's team; nobody has added the app yet."""
    settings = settings_for(teams, database_url, "herefordshire", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-09-01 08:00")))
    await world.moves_in([RECORD])
    await world.starts()
    yield world
    await world.closes()


@pytest.fixture
async def sefton(teams: FakeTeams, database_url: str) -> AsyncIterator[World]:
    """One open record, C-24113 of Will in Theo's team, with Ivy as IRO and Chip as chair."""
    settings = settings_for(teams, database_url, "sefton", FRAMEWORKS)
    world = World(teams, settings, Clock(at("2025-11-24 08:00")))
    await world.moves_in([IN_CARE])
    await world.starts()
    yield world
    await world.closes()
