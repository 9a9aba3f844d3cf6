from __future__ import annotations

from dataclasses import replace

from storage.work import SqlUnitsOfWork
from tests.storage.seeds import COT, DEN


async def test_records_come_back_as_they_were_put(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.cases.put([DEN, COT])

        assert await uow.cases.get("C-1") == COT
        assert await uow.cases.get("C-9") is None
        assert list((await uow.cases.all()).items()) == [("C-1", COT), ("C-2", DEN)]


async def test_a_known_record_is_written_as_it_is_given(units: SqlUnitsOfWork) -> None:
    moved = replace(COT, team="West", worker=None, open=False)
    async with units() as uow:
        await uow.cases.put([COT])
        await uow.cases.put([moved])
        await uow.cases.put([])

        assert await uow.cases.all() == {"C-1": moved}
