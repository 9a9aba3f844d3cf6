"""How soon an urgent alert is with Teams while thousands of nudges wait and some sends fail."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
from collections.abc import AsyncIterator

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import ROOT
from bench.lab.databases import new_postgres, new_sqlite
from bench.result import Result, less_is_better

NUDGES = 5_000
ALERTS_A_REQUEST = 0.1  # 30 alerts at the usual size, each to two people or more
FEWEST = 5
TARGET = 5.0


class AlertsFailedError(RuntimeError):
    """The alerts were not all sent; the text is the end of what it said."""


async def run(lab: Lab) -> AsyncIterator[Result]:
    """Both databases, a fresh one for every round."""
    alerts = max(FEWEST, int(lab.size.requests * ALERTS_A_REQUEST))
    found: dict[str, list[list[float]]] = {"SQLite": [], "PostgreSQL": []}
    for _ in range(lab.size.rounds):
        found["SQLite"].append(await _seconds(new_sqlite(lab.folder), alerts))
        found["PostgreSQL"].append(await _seconds(new_postgres(lab.postgres), alerts))
    for name, rounds in found.items():
        late = [_of_a_hundred(seconds, 95) for seconds in rounds]
        yield less_is_better(f"{name}: 95 of 100 within", "s", late, at_most=TARGET)
        half = [statistics.median(seconds) for seconds in rounds]
        yield less_is_better(f"{name}: half of them within", "s", half)


def _of_a_hundred(seconds: list[float], number: int) -> float:
    """Within so many seconds that many of a hundred were there."""
    return statistics.quantiles(seconds, n=100, method="inclusive")[number - 1]


async def _seconds(database: str, alerts: int) -> list[float]:
    """What a program of its own measured; it may use every core, as the database does."""
    alarm = [sys.executable, "-m", "bench.lab.alerting", database, str(NUDGES), str(alerts)]
    every = ["taskset", "--cpu-list", f"0-{(os.cpu_count() or 1) - 1}", *alarm]
    process = await asyncio.create_subprocess_exec(
        *every, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    said, trouble = await process.communicate()
    if process.returncode != 0:
        raise AlertsFailedError(trouble.decode("utf-8", "replace")[-1500:])
    *_, figures = said.splitlines()  # above it stands what was logged
    return [float(each) for each in figures.split()]


BENCHMARK = Benchmark(
    name="urgent",
    what=(
        "Seconds from the commit that raises an alert to the send that Teams accepts, for every "
        "card to somebody who must act, with 5,000 nudges queued ahead at the usual budget of 25 "
        "sends a second, and one send in ten answered with 502. Alerts are raised by the real use "
        "case, cards are drawn, and the dispatcher is the one of the service."
    ),
    run=run,
)
