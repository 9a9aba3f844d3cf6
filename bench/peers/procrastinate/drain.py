"""Defers jobs that do nothing and times how long one worker takes to work them off.

``drain.py CONNINFO JOBS`` prints the seconds. One database a run: the schema is made first.
"""

from __future__ import annotations

import asyncio
import sys
import time

import procrastinate

CONCURRENCY = 10  # the fastest of those that were tried

app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=sys.argv[1]))


@app.task(name="nothing", pass_context=False)
async def nothing(number: int) -> None:
    """No work: what is measured is the queue."""


async def main(jobs: int) -> float:
    """Seconds from the first look at the queue to its end."""
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        await nothing.batch_defer_async(*({"number": number} for number in range(jobs)))
        began = time.perf_counter()
        await app.run_worker_async(
            wait=False, concurrency=CONCURRENCY, install_signal_handlers=False
        )
        return time.perf_counter() - began


if __name__ == "__main__":
    print(asyncio.run(main(int(sys.argv[2]))))
