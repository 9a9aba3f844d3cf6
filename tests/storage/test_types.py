from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select

from domain.faults import Fault
from domain.refs import Ref
from storage.tables import focuses, inbox
from storage.types import NaiveTimeError
from storage.work import SqlUnitsOfWork
from tests.storage.seeds import NOW

KEY = {"channel": "c", "conversation": "c", "activity": "a", "action": "x"}
FORM = {"person_id": "ada", "kind": "grading", "opened_at": NOW}


async def test_a_moment_of_any_zone_comes_back_in_utc(units: SqlUnitsOfWork) -> None:
    there = datetime(2026, 10, 1, 18, 24, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    async with units() as uow:
        await uow.connection.execute(insert(inbox).values(**KEY, seen_at=there))
        kept = (await uow.connection.execute(select(inbox.c.seen_at))).scalar_one()

    assert kept == there
    assert kept.tzinfo is UTC


async def test_a_moment_without_a_zone_is_refused_in_writing_and_in_asking(
    units: SqlUnitsOfWork,
) -> None:
    naive = datetime(2026, 10, 1, 9, 24)  # noqa: DTZ001 - the point of the test
    async with units() as uow:
        with pytest.raises(NaiveTimeError):
            await uow.connection.execute(insert(inbox).values(**KEY, seen_at=naive))
        with pytest.raises(NaiveTimeError):
            await uow.inbox.forget_before(naive)


@pytest.mark.parametrize("ref", [Ref("case", "C-2-x"), Ref("seat", "1"), Ref("area", "3-7")])
async def test_a_reference_comes_back_as_it_went_in(units: SqlUnitsOfWork, ref: Ref) -> None:
    async with units() as uow:
        await uow.connection.execute(insert(focuses).values(**FORM, subject=ref))
        kept = (await uow.connection.execute(select(focuses.c.subject))).scalar_one()

    assert kept == ref


@pytest.mark.parametrize("ref", [Ref("a-b", "c"), Ref("", "1"), Ref("seat", "")])
async def test_a_reference_that_could_not_be_read_back_is_refused(
    units: SqlUnitsOfWork, ref: Ref
) -> None:
    async with units() as uow:
        with pytest.raises(Exception, match="button does not say") as refused:
            await uow.connection.execute(insert(focuses).values(**FORM, subject=ref))

    assert isinstance(refused.value.__cause__ or refused.value, Fault)
