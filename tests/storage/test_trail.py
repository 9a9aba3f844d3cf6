from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import delete, update

from domain.refs import Ref
from domain.trail import GENESIS, Entry, faults
from storage.tables import trail
from storage.types import NaiveTimeError
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.seeds import MINUTE, NOW, SEAT

AUDIT = Ref("audit", "9")


async def _three(uow: SqlUnitOfWork) -> list[Entry]:
    return [
        await uow.trail.record(
            SEAT, f"step_{n}", actor="ada", now=NOW + n * MINUTE, details={"version": n, "to": None}
        )
        for n in (1, 2, 3)
    ]


async def test_entries_follow_each_other(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        first, second, third = await _three(uow)
        other = await uow.trail.record(AUDIT, "compare", actor="practice-loop", now=NOW)

        assert (first.seq, first.before) == (1, GENESIS)
        assert (second.seq, second.before) == (2, first.digest)
        assert (other.seq, other.before, other.details) == (1, GENESIS, {})
        assert await uow.trail.of(SEAT) == [first, second, third]
        assert await uow.trail.of(Ref("seat", "2")) == []
        assert faults(await uow.trail.of(SEAT), head=(3, third.digest)) == []


async def test_a_time_of_another_zone_is_the_same_link(units: SqlUnitsOfWork) -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    async with units() as uow:
        await uow.trail.record(SEAT, "accept", actor="ada", now=tokyo)
        (kept,) = await uow.trail.of(SEAT)

    assert kept.at == NOW
    assert faults([kept]) == []


async def test_a_time_without_a_zone_is_refused(units: SqlUnitsOfWork) -> None:
    naive = datetime(2026, 10, 1, 9, 24)  # noqa: DTZ001 - the point of the test
    async with units() as uow:
        with pytest.raises(NaiveTimeError):
            await uow.trail.record(SEAT, "accept", actor="ada", now=naive)


async def test_chains_come_one_subject_at_a_time(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        (first, *_) = seats = await _three(uow)
        audit = await uow.trail.record(AUDIT, "compare", actor="practice-loop", now=NOW)
        fourth = await uow.trail.record(first.subject, "step_4", actor="ben", now=NOW)
        await uow.commit()
    async with units(reading=True) as uow:
        found = [chain async for chain in uow.trail.chains()]

    assert found == [[audit], [*seats, fourth]]


async def test_there_may_be_no_chain_at_all(units: SqlUnitsOfWork) -> None:
    async with units(reading=True) as uow:
        assert [chain async for chain in uow.trail.chains()] == []


async def test_twenty_writers_make_one_unbroken_chain(units: SqlUnitsOfWork) -> None:
    async def write(number: int) -> None:
        async with units() as uow:
            await uow.trail.record(SEAT, f"step_{number}", actor="ada", now=NOW)
            await uow.commit()

    await asyncio.gather(*map(write, range(20)))
    async with units(reading=True) as uow:
        chain = await uow.trail.of(SEAT)

    assert len(chain) == 20
    assert faults(chain) == []


async def test_a_writer_who_gives_up_leaves_no_gap(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await uow.trail.record(SEAT, "forgotten", actor="ada", now=NOW)
        await uow.rollback()
        await _three(uow)

        assert faults(await uow.trail.of(SEAT)) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "something_else"),
        ("actor", "ben"),
        ("at", NOW + MINUTE / 2),
        ("details", {"version": 99}),
        ("digest", "f" * 64),
    ],
)
async def test_an_edited_entry_shows(units: SqlUnitsOfWork, column: str, value: object) -> None:
    async with units() as uow:
        await _three(uow)
        second = update(trail).where(trail.c.seq == 2)
        await uow.connection.execute(second.values({column: value}))

        assert "seat-1: entry 2 was changed after it was written" in faults(
            await uow.trail.of(SEAT)
        )


async def test_a_dropped_entry_shows(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _three(uow)
        await uow.connection.execute(delete(trail).where(trail.c.seq == 2))

        assert faults(await uow.trail.of(SEAT))[0] == "seat-1: entry 2 is missing or out of order"


async def test_reordered_entries_show(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await _three(uow)
        for old, new in ((2, 99), (3, 2), (99, 3)):
            moved = update(trail).where(trail.c.seq == old)
            await uow.connection.execute(moved.values(seq=new))

        assert "seat-1: entry 2 does not follow the one before it" in faults(
            await uow.trail.of(SEAT)
        )


async def test_a_cut_tail_shows_against_an_anchor_outside(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        *_, third = await _three(uow)
        await uow.connection.execute(delete(trail).where(trail.c.seq == 3))
        chain = await uow.trail.of(SEAT)

    assert faults(chain) == []
    assert faults(chain, head=(3, third.digest)) != []
