"""Ticks: found by a folder scan, idempotent, and written only where they are asked to be."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.audits.audit import AuditState
from domain.refs import Ref
from scheduler import ticks as folder
from scheduler.running import Scheduler, run_tick
from scheduler.tick import ticks
from storage.work import SqlUnitsOfWork
from tests.town import Town, council_of


def test_every_module_of_the_folder_is_a_tick() -> None:
    modules = {file.stem for file in Path(folder.__path__[0]).glob("[a-z]*.py")}
    assert ticks().keys() == modules


async def ready(town: Town) -> int:
    """Both assessments are in, and the time to withdraw is over."""
    audit = await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("tess", "ada"):
        await town.chat(name).press("start_audit")
        await town.chat(name).grades(*["good"] * 6, overall="good")
    town.later(minutes=10)
    return audit


async def test_a_tick_commits_what_it_did(herefordshire: Town) -> None:
    audit = await ready(herefordshire)
    tick = ticks()["settle_audits"]
    assert await run_tick(tick, herefordshire.units, herefordshire.council, herefordshire.now) == 1
    assert await herefordshire.state(audit) is AuditState.FINAL
    await herefordshire.deliver()
    assert "audit_findings" in herefordshire.chat("wes").kinds


async def test_a_dry_run_counts_and_writes_nothing(herefordshire: Town) -> None:
    audit = await ready(herefordshire)
    tick = ticks()["settle_audits"]
    for _ in range(2):
        moved = await run_tick(
            tick, herefordshire.units, herefordshire.council, herefordshire.now, dry_run=True
        )
        assert moved == 1
    assert await herefordshire.state(audit) is AuditState.OPEN
    assert await herefordshire.deliver() == []


@pytest.mark.parametrize("name", ticks())
async def test_a_tick_on_an_empty_service_moves_nothing(units: SqlUnitsOfWork, name: str) -> None:
    town = Town(units, council_of("herefordshire"))
    tick = ticks()[name]
    for _ in range(2):
        moved = await run_tick(tick, town.units, town.council, town.now)
        assert moved == 0


async def test_activities_are_forgotten_after_a_day(herefordshire: Town) -> None:
    async def first_time() -> bool:
        async with herefordshire.units() as uow:
            first = await uow.inbox.first_time(
                channel="msteams",
                conversation="ada",
                activity="1",
                action="said",
                now=herefordshire.now,
            )
            await uow.commit()
        return first

    tick = ticks()["forget_activities"]
    assert await first_time()
    herefordshire.later(hours=23)
    assert await run_tick(tick, herefordshire.units, herefordshire.council, herefordshire.now) == 0
    assert not await first_time()
    herefordshire.later(hours=2)
    assert await run_tick(tick, herefordshire.units, herefordshire.council, herefordshire.now) == 1
    assert await first_time()


async def doubtful(town: Town) -> None:
    """One card of which nobody knows whether Teams took it."""
    async with town.units() as uow:
        await uow.outbox.send("my_work", Ref("person", "ada"), "ada", now=town.now)
        (message,) = await uow.outbox.claim(now=town.now, lease=timedelta(minutes=1), limit=1)
        await uow.outbox.unknown(message, now=town.now, error="timeout")
        await uow.commit()


async def test_an_unknown_message_goes_once_more_after_ten_minutes(herefordshire: Town) -> None:
    await doubtful(herefordshire)
    tick = ticks()["settle_unknown"]
    herefordshire.later(minutes=9)
    assert await run_tick(tick, herefordshire.units, herefordshire.council, herefordshire.now) == 0
    herefordshire.later(minutes=1)
    assert await run_tick(tick, herefordshire.units, herefordshire.council, herefordshire.now) == 1
    assert await run_tick(tick, herefordshire.units, herefordshire.council, herefordshire.now) == 0
    await herefordshire.deliver()
    assert herefordshire.chat("ada").kinds == ["my_work"]


async def test_the_scheduler_ticks_and_wakes_the_dispatcher(herefordshire: Town) -> None:
    audit = await ready(herefordshire)
    woken = asyncio.Event()
    scheduler = Scheduler(
        units=herefordshire.units,
        council=herefordshire.council,
        clock=lambda: herefordshire.now,
        wake=woken.set,
        pace=timedelta(milliseconds=20),
    )
    assert not await scheduler.well()
    scheduler.start()
    assert await scheduler.well()
    await asyncio.wait_for(woken.wait(), timeout=20)
    scheduler.stop()
    assert not await scheduler.well()
    assert await herefordshire.state(audit) is AuditState.FINAL
    scheduler.stop()  # a second time does no harm


async def test_a_tick_that_fails_does_not_stop_the_next(herefordshire: Town) -> None:
    audit = await ready(herefordshire)
    woken, failures = asyncio.Event(), list(ticks())

    def clock() -> datetime:
        if failures:
            raise RuntimeError(f"no clock for {failures.pop()}")
        return herefordshire.now

    scheduler = Scheduler(
        units=herefordshire.units,
        council=herefordshire.council,
        clock=clock,
        wake=woken.set,
        pace=timedelta(milliseconds=20),
    )
    scheduler.start()
    await asyncio.wait_for(woken.wait(), timeout=20)
    scheduler.stop()
    assert failures == []
    assert await herefordshire.state(audit) is AuditState.FINAL
