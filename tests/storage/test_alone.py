"""One replica at a time does what must be done once."""

from __future__ import annotations

import asyncio

from storage.cipher import Cipher
from storage.work import SqlUnitsOfWork, open_units


async def test_while_one_transaction_is_at_it_another_is_told_so(
    postgresql_url: str, cipher: Cipher
) -> None:
    units = open_units(postgresql_url, cipher)
    async with units() as first, units() as second:
        assert await first.alone("tick settle")
        assert not await second.alone("tick settle")
        assert await second.alone("tick forget"), "something else goes on"
        await first.commit()
        assert await second.alone("tick settle")
    await units.close()


async def test_one_that_failed_leaves_the_way_free(units: SqlUnitsOfWork) -> None:
    async with units() as first:
        assert await first.alone("tick settle")
    async with units() as second:
        assert await second.alone("tick settle")


async def test_who_takes_a_turn_waits_until_the_one_before_has_committed(
    units: SqlUnitsOfWork,
) -> None:
    order: list[str] = []

    async def second_turn() -> None:
        async with units() as second:
            await second.in_turn("area-2-1")
            await second.people.get("ada")
            order.append("second")

    async with units() as first:
        await first.in_turn("area-2-1")
        await first.people.get("ada")
        waiting = asyncio.create_task(second_turn())
        for _ in range(5):
            await first.people.get("tess")
            await asyncio.wait({waiting}, timeout=0.02)
        order.append("first")
        await first.commit()
    await waiting
    assert order == ["first", "second"]
