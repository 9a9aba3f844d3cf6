"""Processes that are measured: each on its own core, stopped at the end, read from /proc."""

from __future__ import annotations

import asyncio
import os
import socket
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

MEASURED, OURSELVES = 0, 1
"""The core of what is measured, and that of the load and the fakes."""

STOP_WITHIN = 15.0
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
MIB = 1024 * 1024


class DiedError(RuntimeError):
    """A process that was to be measured ended; the text is the end of its log."""


@asynccontextmanager
async def started(
    command: Sequence[str], environment: Mapping[str, str], log: Path, *, core: int | None
) -> AsyncIterator[Process]:
    """A process with this environment and no other, on one core (None: on all)."""
    cores = range(os.cpu_count() or 1) if core is None else (core,)
    pinned = ["taskset", "--cpu-list", ",".join(map(str, cores)), *command]
    with log.open("ab") as out:
        process = await asyncio.create_subprocess_exec(
            *pinned, env=dict(environment), stdin=asyncio.subprocess.DEVNULL, stdout=out, stderr=out
        )
    try:
        yield process
    finally:
        await stop(process)


async def stop(process: Process) -> None:
    """Ask it to end; take it down where it does not."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOP_WITHIN):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


def check_alive(process: Process, log: Path) -> None:
    """Raises DiedError."""
    if process.returncode is not None:
        raise DiedError(log.read_text("utf-8", "replace")[-2000:])


def stay_beside() -> None:
    """This process and its children keep off the measured core."""
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {OURSELVES})


def cpu_seconds(pid: int) -> float:
    """What a process has used of all cores, user and system."""
    stat = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / TICKS_A_SECOND


def resident(pid: int) -> float:
    """MiB of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
