"""Duties change hands: ended for one, open for others; and those of whoever has left are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.duties import DutyState, NewDuty
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import ADA, BEN, NOW, SEAT

DUE = NOW + timedelta(days=3)
TODAY = NOW.date()


def new(holder: str, subject: Ref = SEAT) -> NewDuty:
    return NewDuty(kind="do", subject=subject, holder=holder, due_at=DUE)


async def staff(uow: SqlUnitOfWork, left_on: date | None = None) -> None:
    await uow.people.put([replace(ADA, left_on=left_on), BEN])


async def test_who_had_it_has_it_no_more(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await staff(uow)
        duty = await uow.duties.open(new("ada"), NOW)
        assert await uow.duties.hand_on(duty, [new("ben")], NOW)
        assert await uow.duties.open_of("ada") == []
        (theirs,) = await uow.duties.open_of("ben")
        assert theirs.due_at == DUE
        ended = await uow.duties.get(duty.id)
        assert ended is not None
        assert (ended.state, ended.next_nudge_at) == (DutyState.HANDED_OVER, None)


async def test_it_is_handed_on_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await staff(uow)
        duty = await uow.duties.open(new("ada"), NOW)
        await uow.duties.close(SEAT, DutyState.DONE, NOW)
        assert not await uow.duties.hand_on(duty, [new("ben")], NOW)
        assert await uow.duties.open_of("ben") == []


async def test_who_has_the_same_already_keeps_one(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await staff(uow)
        first = await uow.duties.open(new("ben"), NOW)
        duty = await uow.duties.open(new("ada"), NOW)
        assert await uow.duties.hand_on(duty, [new("ben")], NOW)
        assert await uow.duties.open_of("ben") == [first]


async def test_only_what_those_who_have_left_hold_is_left_behind(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await staff(uow, left_on=TODAY)
        mine = await uow.duties.open(new("ada"), NOW)
        await uow.duties.open(new("ben"), NOW)
        assert await uow.duties.left_behind(TODAY - timedelta(days=1)) == []
        assert await uow.duties.left_behind(TODAY) == [mine]


async def test_what_was_handed_on_is_known_by_who_had_it(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await staff(uow)
        other = Ref("seat", "77")
        duty = await uow.duties.open(new("ada"), NOW)
        await uow.duties.open(new("ben", other), NOW)
        await uow.duties.hand_on(duty, [new("ben")], NOW)
        (found,) = await uow.duties.handed_on("ada", NOW)
        assert (found.holder, found.subject) == ("ben", SEAT)
        assert await uow.duties.handed_on("ada", NOW + timedelta(seconds=1)) == []
        assert await uow.duties.handed_on("ben", NOW) == []


async def test_the_last_look_is_the_newest_day(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.calendar.last_look() is None
        for day in (TODAY, TODAY + timedelta(days=1)):
            await uow.calendar.looked(day)
            assert await uow.calendar.last_look() == day
