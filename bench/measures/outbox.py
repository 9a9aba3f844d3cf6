"""The outbox beside a queue of its own kind: same PostgreSQL, every message acknowledged."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import ROOT
from bench.lab.databases import new_postgres
from bench.lab.peers import NotInstalledError, python_of, script_of
from bench.lab.says import say
from bench.result import Result, more_is_better
from storage.migrate import upgrade

PEER = "procrastinate"
ROWS_A_REQUEST = 5  # 1,500 rows at the usual size
TARGET = 2.0
CARDS = ("none", "welcome")


class DrainFailedError(RuntimeError):
    """A queue was not worked off; the text is the end of what it said."""


async def run(lab: Lab) -> AsyncIterator[Result]:
    """The queue alone, then with a card drawn for every message."""
    rows = lab.size.requests * ROWS_A_REQUEST
    template = new_postgres(lab.postgres)
    await upgrade(template)
    try:
        peer = await python_of(PEER)
    except NotInstalledError as error:
        say(f"LEFT OUT: {PEER} could not be installed. {error}")
        return
    ours: dict[str, list[float]] = {card: [] for card in CARDS}
    theirs = []
    for _ in range(lab.size.rounds):
        for card in CARDS:
            fresh = new_postgres(lab.postgres, like=template)
            draining = [sys.executable, "-m", "bench.lab.draining", fresh, str(rows), card]
            ours[card].append(rows / await _seconds(draining))
        fresh = new_postgres(lab.postgres)
        jobs = [peer, script_of(PEER, "drain.py"), fresh, str(rows)]
        theirs.append(rows / await _seconds(jobs))
    yield more_is_better("messages, no card", "messages/s", ours["none"], (PEER, theirs), TARGET)
    yield more_is_better("messages, cards drawn", "messages/s", ours["welcome"], (PEER, theirs))


async def _seconds(command: list[str]) -> float:
    """What a program says that it took; it may use every core, as the database does."""
    every = ["taskset", "--cpu-list", f"0-{(os.cpu_count() or 1) - 1}", *command]
    process = await asyncio.create_subprocess_exec(
        *every, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    said, trouble = await process.communicate()
    if process.returncode != 0:
        raise DrainFailedError(trouble.decode("utf-8", "replace")[-1500:])
    return float(said.split()[-1])


BENCHMARK = Benchmark(
    name="outbox",
    what=(
        "Messages a second out of a full outbox, by the dispatcher as it runs in service: claimed "
        "with a lease, the address looked up, sent to a Connector that does nothing, and each "
        "acknowledged durably before its slot is used again; those that end at the same time share "
        "a commit. Beside it one worker of procrastinate at its fastest concurrency (10) with jobs "
        "that do nothing, on the same PostgreSQL; it commits each job by itself. Rate limits are "
        "lifted: Teams' own are far below."
    ),
    run=run,
)
