from __future__ import annotations

import pytest

from tests.town import Town
from tests.usecases.nominations.seeding import CARA, CLEO, QUIN


@pytest.fixture
async def county(somerset: Town) -> Town:
    """Somerset with two consultant social workers."""
    await somerset.hires(CLEO, CARA)
    return somerset


@pytest.fixture
async def hills(herefordshire: Town) -> Town:
    """Herefordshire with somebody in the QA team."""
    await herefordshire.hires(QUIN)
    return herefordshire


@pytest.fixture
async def coast(sefton: Town) -> Town:
    """Sefton with somebody in the QA team."""
    await sefton.hires(QUIN)
    return sefton
