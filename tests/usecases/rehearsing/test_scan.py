from __future__ import annotations

import pytest

from tests.town import Town
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.rehearsing.clockwork import Scan


@pytest.mark.parametrize(("in_parts", "runs"), [(True, 3), (False, 1)])
async def test_a_scan_in_parts_is_run_until_nothing_moves(
    herefordshire: Town, in_parts: bool, runs: int
) -> None:
    left = [2, 1, 0]

    async def run(_uow: UnitOfWork, _council: Council, _now: object) -> int:
        return left.pop(0)

    scan = Scan(name="parts", why="To try it", run=run, in_parts=in_parts)
    async with herefordshire.units() as uow:
        await scan.whole(uow, herefordshire.council, herefordshire.now)
    assert 3 - len(left) == runs
