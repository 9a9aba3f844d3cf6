"""Runs ticks by APScheduler: UTC intervals, in memory; the database holds what is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.tick import Tick, ticks
from usecases.council import Council
from usecases.ports import UnitsOfWork

log = structlog.get_logger(__name__)

LATE_IS_FINE = None  # APScheduler drops a tick that is a second late unless it is told otherwise


async def run_tick(
    tick: Tick, units: UnitsOfWork, council: Council, now: datetime, *, dry_run: bool = False
) -> int:
    """One tick in a unit of work of its own, or each part of it; a dry run writes nothing.

    While another replica runs the same tick there is nothing to do: what it leaves is due again.
    """
    moved = part = await _one(tick, units, council, now, dry_run=dry_run)
    while part and tick.in_parts and not dry_run:
        part = await _one(tick, units, council, now, dry_run=False)
        moved += part
    return moved


async def _one(
    tick: Tick, units: UnitsOfWork, council: Council, now: datetime, *, dry_run: bool
) -> int:
    async with units() as uow:
        if not await uow.alone(f"tick {tick.name}"):
            return 0
        moved = await tick.run(uow, council, now)
        if not dry_run:
            await uow.commit()
    return moved


class Scheduler:
    """Wakes every tick at its pace; ``wake`` tells the dispatcher that rows may wait."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        council: Council,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        pace: timedelta,
    ) -> None:
        self._units = units
        self._council = council
        self._clock = clock
        self._wake = wake
        self._pace = pace
        self._jobs = AsyncIOScheduler(timezone=UTC)
        self._runs = False

    def start(self) -> None:
        """Begin; the running loop is the one that it lives on."""
        for tick in ticks().values():
            every = tick.every or self._pace
            self._jobs.add_job(
                self._guarded,
                "interval",
                args=(tick,),
                seconds=every.total_seconds(),
                misfire_grace_time=LATE_IS_FINE,
                coalesce=True,
                max_instances=1,
            )
        self._jobs.start()
        self._runs = True

    async def well(self) -> bool:
        """For /readyz."""
        return self._runs

    def stop(self) -> None:
        """No further tick begins."""
        if self._runs:
            self._jobs.shutdown(wait=False)
        self._runs = False

    async def _guarded(self, tick: Tick) -> None:
        """One of the two places that catch everything: a tick that fails must not stop the next."""
        try:
            moved = await run_tick(tick, self._units, self._council, self._clock())
        except Exception as error:  # noqa: BLE001 - see above
            log.error(  # noqa: TRY400 - an exception's own text may hold a person's words
                "tick_failed", tick=tick.name, error=type(error).__name__
            )
            return
        if moved:
            log.info("tick_moved", tick=tick.name, rows=moved)
            self._wake()
