"""Questions for what is going to be sent: asked once, answered once, sealed, forgotten."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from storage.tables import rehearsals
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import ADA, BEN, MINUTE, NOW

FIRST, LAST = date(2026, 12, 21), date(2026, 12, 27)


async def test_the_same_days_are_asked_for_once_while_they_wait(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA, BEN])
        one = await uow.rehearsals.ask("ada", FIRST, LAST, NOW)
        assert await uow.rehearsals.ask("ada", FIRST, LAST, NOW + MINUTE) == one
        assert (await uow.rehearsals.ask("ben", FIRST, LAST, NOW)).id != one.id
        assert await uow.rehearsals.waiting(NOW) == one
        assert await uow.rehearsals.waiting(NOW + MINUTE) is None  # that is too long ago


async def test_an_answer_is_kept_once_and_sealed(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        one = await uow.rehearsals.ask("ada", FIRST, LAST, NOW)
        assert await uow.rehearsals.done(one.id, ["Ben: 2 things"], NOW)
        assert not await uow.rehearsals.done(one.id, ["Ben: 3 things"], NOW)
        known = await uow.rehearsals.get(one.id)
        assert known is not None
        assert (known.found, known.done_at) == (("Ben: 2 things",), NOW)
        (row,) = (await uow.connection.execute(select(rehearsals.c.found))).all()
        assert "Ben" not in str(row[0])


async def test_it_is_forgotten(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.people.put([ADA])
        one = await uow.rehearsals.ask("ada", FIRST, LAST, NOW)
        assert await uow.rehearsals.forget_before(NOW) == 0
        assert await uow.rehearsals.forget_before(NOW + timedelta(seconds=1)) == 1
        assert await uow.rehearsals.get(one.id) is None
