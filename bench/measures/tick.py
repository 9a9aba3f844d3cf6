"""One tick with 1,000 duties due, among more and more that are not."""

from __future__ import annotations

import statistics
import time
from collections.abc import AsyncIterator

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import ROOT
from bench.lab.databases import new_postgres, new_sqlite
from bench.lab.due import filled, morning, plan_of
from bench.lab.says import say
from bench.result import Result, less_is_better, rounded
from domain.calendar.working_days import WorkingCalendar
from engines.assignment import HungarianAssigner
from engines.bank_holidays import ClosedDays
from imports.framework_files import load_framework
from scheduler.running import run_tick
from scheduler.tick import ticks
from storage.work import SqlUnitsOfWork
from usecases.council import Council

DUE = 1_000
SIZES = (10_000, 100_000, 1_000_000)
FEW, SMALL = 50, 100_000
"""Below so many requests a round it is a try: only the sizes up to there."""
TARGET = 1.5
MORNINGS = 5


async def run(lab: Lab) -> AsyncIterator[Result]:
    """The tick of the reminders on both databases at three sizes."""
    sizes = [size for size in SIZES if lab.size.requests >= FEW or size <= SMALL]
    for name in ("sqlite", "postgresql"):
        took: dict[int, list[float]] = {}
        for size in sizes:
            url = new_sqlite(lab.folder) if name == "sqlite" else new_postgres(lab.postgres)
            units = await filled(url, every=size, due=DUE, mornings=MORNINGS)
            for line in await plan_of(units, morning(0)):
                say(f"    {name}, {size:,} open: {line}")
            took[size] = [
                await _seconds(units, day) for day in range(min(MORNINGS, lab.size.rounds))
            ]
            await units.close()
            yield less_is_better(f"{name}, {DUE:,} due among {size:,}", "s", took[size])
        yield _growth(name, took)


async def _seconds(units: SqlUnitsOfWork, day: int) -> float:
    """One morning's reminders; raises ValueError where not all of them were told."""
    tick, council = ticks()["nudge_duties"], _council()
    began = time.perf_counter()
    heard = await run_tick(tick, units, council, morning(day))
    seconds = time.perf_counter() - began
    if not heard:
        raise ValueError("nobody was reminded")
    return seconds


def _council() -> Council:
    return Council(
        framework=load_framework(ROOT / "frameworks", "sefton"),
        calendar=WorkingCalendar(ClosedDays()),
        assigner=HungarianAssigner(),
    )


def _growth(name: str, took: dict[int, list[float]]) -> Result:
    """How many times longer it takes among the most than among the fewest."""
    small, large = (statistics.median(took[size]) for size in (min(took), max(took)))
    ratio = large / small
    return Result(
        name=f"{name}, largest to smallest",
        ours=rounded(ratio),
        unit="times",
        target=f"≤ {TARGET:g} times",
        met=ratio <= TARGET,
    )


BENCHMARK = Benchmark(
    name="tick",
    what=(
        "Seconds for one tick of the reminders with 1,000 duties due for 100 people, each step "
        "noted, each person's digest queued, in one durable transaction, among 10,000, 100,000 and "
        "1,000,000 open duties. What is due is found by a partial index, so its cost must follow "
        "what is due and not what exists."
    ),
    run=run,
)
