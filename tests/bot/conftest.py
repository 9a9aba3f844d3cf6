from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.bot.rig import Rig
from tests.fake_teams import FakeTeams


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    playing = await FakeTeams.start()
    yield playing
    await playing.close()


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[Rig]:
    async with Rig(teams) as rig:
        yield rig
