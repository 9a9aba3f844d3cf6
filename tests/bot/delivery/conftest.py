from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.work import SqlUnitsOfWork
from tests.bot.delivery.desk import Desk
from tests.fake_teams import FakeTeams


@pytest.fixture
async def desk(units: SqlUnitsOfWork, teams: FakeTeams) -> AsyncIterator[Desk]:
    async with Desk(units, teams) as open_desk:
        yield open_desk
