"""One replica at a time does what must be done once."""

from __future__ import annotations

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
