from __future__ import annotations

from datetime import timedelta

import pytest

from domain.lists.dropped import DroppedList, ListKind, NewDroppedList
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import ADA, BEN, MINUTE, NOW

EVERY_BYTE = bytes(range(256)) * 3


def _list(kind: ListKind = ListKind.PEOPLE, data: bytes = EVERY_BYTE) -> NewDroppedList:
    return NewDroppedList(person_id="ada", kind=kind, data=data, digest="a" * 64)


async def _staff(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA, BEN])
        await uow.commit()


@pytest.mark.parametrize("kind", ListKind)
async def test_every_byte_comes_back_as_it_was_dropped(
    units: SqlUnitsOfWork, kind: ListKind
) -> None:
    await _staff(units)
    async with units() as uow:
        number = await uow.lists.add(_list(kind), NOW)

        assert await uow.lists.get(number) == DroppedList(
            id=number, person_id="ada", kind=kind, data=EVERY_BYTE, digest="a" * 64, at=NOW
        )
        assert await uow.lists.get(number + 1) is None


async def test_an_empty_file_stays_empty(units: SqlUnitsOfWork) -> None:
    await _staff(units)
    async with units() as uow:
        kept = await uow.lists.get(await uow.lists.add(_list(data=b""), NOW))

    assert kept
    assert kept.data == b""


async def test_a_list_is_forgotten_once(units: SqlUnitsOfWork) -> None:
    await _staff(units)
    async with units() as uow:
        number = await uow.lists.add(_list(), NOW)

        assert await uow.lists.forget(number)
        assert not await uow.lists.forget(number)
        assert await uow.lists.get(number) is None


async def test_the_number_of_a_forgotten_list_is_not_given_again(units: SqlUnitsOfWork) -> None:
    await _staff(units)
    async with units() as uow:
        first = await uow.lists.add(_list(), NOW)
        await uow.lists.forget(first)

        assert await uow.lists.add(_list(), NOW) > first


async def test_only_old_lists_go_by_themselves(units: SqlUnitsOfWork) -> None:
    await _staff(units)
    async with units() as uow:
        old = await uow.lists.add(_list(), NOW - timedelta(days=1) - MINUTE)
        young = await uow.lists.add(_list(), NOW - timedelta(days=1))

        assert await uow.lists.forget_before(NOW - timedelta(days=1)) == 1
        assert await uow.lists.get(old) is None
        assert await uow.lists.get(young)
