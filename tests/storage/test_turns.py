from __future__ import annotations

import asyncio

import pytest

from domain.focus import Focus
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW

PRESS = {"channel": "msteams", "conversation": "a:1", "activity": "f:1", "action": "accept_audit"}
FORM = Focus(kind="grading", subject=Ref("form", "7"))


async def test_an_activity_is_new_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        assert await uow.inbox.first_time(**PRESS, now=NOW)
        assert not await uow.inbox.first_time(**PRESS, now=NOW + MINUTE)


@pytest.mark.parametrize("part", PRESS)
async def test_every_part_of_the_key_makes_another_activity(
    units: SqlUnitsOfWork, part: str
) -> None:
    async with units() as uow:
        await uow.inbox.first_time(**PRESS, now=NOW)

        assert await uow.inbox.first_time(**{**PRESS, part: "other"}, now=NOW)


async def test_a_repeat_waits_for_the_first_one_and_is_told(units: SqlUnitsOfWork) -> None:
    async def turn(_: int) -> bool:
        async with units() as uow:
            first = await uow.inbox.first_time(**PRESS, now=NOW)
            await uow.commit()
        return first

    assert sum(await asyncio.gather(*map(turn, range(10)))) == 1


async def test_an_activity_that_was_rolled_back_is_new_again(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.inbox.first_time(**PRESS, now=NOW)
    async with units() as uow:
        assert await uow.inbox.first_time(**PRESS, now=NOW)


async def test_old_notes_are_dropped(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.inbox.first_time(**PRESS, now=NOW)
        await uow.inbox.first_time(**{**PRESS, "activity": "f:2"}, now=NOW + MINUTE)

        assert await uow.inbox.forget_before(NOW + MINUTE) == 1
        assert await uow.inbox.first_time(**PRESS, now=NOW)
        assert not await uow.inbox.first_time(**{**PRESS, "activity": "f:2"}, now=NOW)


async def test_a_person_has_one_open_form(units: SqlUnitsOfWork) -> None:
    other = Focus(kind="feedback", subject=Ref("case", "C-2-x"), delivery_id=4)
    async with units() as uow:
        assert await uow.focuses.of("ada") is None
        await uow.focuses.set("ada", FORM, NOW)
        await uow.focuses.set("ben", FORM, NOW)
        assert await uow.focuses.of("ada") == FORM
        await uow.focuses.set("ada", other, NOW + MINUTE)
        assert await uow.focuses.of("ada") == other
        await uow.focuses.clear("ada")
        assert await uow.focuses.of("ada") is None
        assert await uow.focuses.of("ben") == FORM
