"""Councils whose follow-up is tested here alone."""

from __future__ import annotations

import pytest

from storage.work import SqlUnitsOfWork
from tests.town import Town, council_of, somerset

__all__ = ["somerset"]


@pytest.fixture
async def leicestershire(units: SqlUnitsOfWork) -> Town:
    """The cast under Leicestershire's framework: findings only, two ways of telling."""
    town = Town(units, council_of("leicestershire"))
    await town.move_in()
    return town


@pytest.fixture
async def city(units: SqlUnitsOfWork) -> Town:
    """The cast under the City's framework: findings only, recommendations twice a year."""
    town = Town(units, council_of("city-of-london"))
    await town.move_in()
    return town
