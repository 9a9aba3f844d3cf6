from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from storage.cipher import Cipher
from storage.holding import NotOpenError
from storage.work import SqlUnitsOfWork, open_units
from tests.storage.seeds import ADA, BEN


class TrippedError(Exception):
    """Something went wrong in the middle."""


async def _people(units: SqlUnitsOfWork) -> set[str]:
    async with units(reading=True) as uow:
        return set(await uow.people.all())


async def test_what_was_committed_is_there(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        await uow.commit()

    assert await _people(units) == {"ada"}


async def test_leaving_without_commit_forgets(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])

    assert await _people(units) == set()


async def test_an_error_forgets_and_goes_on_up(units: SqlUnitsOfWork) -> None:
    async def trip() -> None:
        async with units() as uow:
            await uow.people.put([ADA])
            raise TrippedError

    with pytest.raises(TrippedError):
        await trip()

    assert await _people(units) == set()


async def test_after_a_rollback_the_unit_goes_on(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        await uow.rollback()
        assert await uow.people.all() == {}
        await uow.people.put([BEN])
        await uow.commit()

    assert await _people(units) == {"ben"}


async def test_after_a_commit_the_unit_goes_on_and_forgets_the_rest(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        await uow.commit()
        await uow.people.put([BEN])

    assert await _people(units) == {"ada"}


async def test_a_cancelled_unit_lets_the_next_one_in(units: SqlUnitsOfWork) -> None:
    inside = asyncio.Event()

    async def never_ending() -> None:
        async with units() as uow:
            await uow.people.put([ADA])
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ending())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with units() as uow:
        await uow.people.put([BEN])
        await uow.commit()

    assert await _people(units) == {"ben"}


async def test_a_reader_never_waits_for_a_writer(units: SqlUnitsOfWork) -> None:
    async with units() as writer:
        await writer.people.put([ADA])
        async with asyncio.timeout(2):
            assert await _people(units) == set()
        await writer.commit()


async def test_writers_of_one_process_wait_for_each_other(sqlite_url: str, cipher: Cipher) -> None:
    units = open_units(sqlite_url, cipher)

    async def count_up(_: int) -> None:
        async with units() as uow:
            found = await uow.people.get("ada") or ADA
            await uow.people.put([replace(found, team=str(int(found.team or 0) + 1))])
            await uow.commit()

    await asyncio.gather(*map(count_up, range(30)))
    async with units(reading=True) as uow:
        ada = await uow.people.get("ada")
    await units.close()

    assert ada
    assert ada.team == "30"


async def test_a_lock_of_another_process_is_not_hidden(sqlite_url: str, cipher: Cipher) -> None:
    here, there = open_units(sqlite_url, cipher), open_units(sqlite_url, cipher)
    async with here() as uow, there() as other:
        await other.connection.exec_driver_sql("PRAGMA busy_timeout=1")
        await other.rollback()
        await uow.people.put([ADA])
        with pytest.raises(OperationalError, match="locked"):
            await other.people.all()
    await here.close()
    await there.close()


async def test_a_unit_is_used_inside_its_block_and_once(units: SqlUnitsOfWork) -> None:
    uow = units()
    with pytest.raises(NotOpenError):
        _ = uow.people
    with pytest.raises(NotOpenError):
        await uow.commit()
    async with uow:
        with pytest.raises(NotOpenError):
            await uow.__aenter__()
