"""Lives of the service, each in a process of its own that can be killed at any line.

A life is ``wiring.serving`` as ``app.py serve`` runs it, on another clock and without our own
budget of sends: what a test wants to see must not wait for the time of day. A server that has
imported everything forks them, so that a new life costs milliseconds.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from cli.logs import configure_logs
from settings import Settings
from tests.faults.commands import end_of
from wiring import serving

UP_WITHIN = 30.0
STOPS_WITHIN = 30.0
UNLIMITED = 1e9  # sends a second; the fake Teams has no tenant to protect

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.lives"])


def the_time(ahead: timedelta) -> datetime:
    """The clock of a life that is so far ahead of ours."""
    return datetime.now(UTC) + ahead


@dataclass(frozen=True, slots=True)
class Life:
    """One running service; ``port`` is where it listens."""

    process: BaseProcess
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    async def is_killed(self) -> None:
        """Kill -9: no line of it runs any more."""
        assert self.process.pid is not None
        os.kill(self.process.pid, signal.SIGKILL)
        await self._ends(-signal.SIGKILL)

    async def stops(self) -> None:
        """SIGTERM, as on a deployment: it finishes what it is sending."""
        self.process.terminate()
        await self._ends(0)

    async def _ends(self, code: int) -> None:
        await asyncio.to_thread(self.process.join, STOPS_WITHIN)
        assert self.process.exitcode == code, f"it ended with {self.process.exitcode}"


@asynccontextmanager
async def living(
    settings: Settings, log: Path, *, ahead: timedelta = timedelta()
) -> AsyncIterator[Life]:
    """A service that has come up; ended at the end, if it did not end before."""
    ours, theirs = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=live, args=(settings, ahead, log, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Life(process, await asyncio.to_thread(_told, ours, log))
    finally:
        if process.is_alive():
            process.kill()
        await asyncio.to_thread(process.join, STOPS_WITHIN)
        ours.close()


def _told(ours: Connection, log: Path) -> int:
    try:
        assert ours.poll(UP_WITHIN), "it did not come up"
        port: int = ours.recv()
    except EOFError:
        raise AssertionError(f"it died: {end_of(log)}") from None
    return port


def live(settings: Settings, ahead: timedelta, log: Path, up: Connection) -> None:
    """What the process does; tells ``up`` the port."""
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(out, stream)
    configure_logs("warning")
    asyncio.run(_serve(settings.model_copy(update={"send_rate": UNLIMITED}), ahead, up))


async def _serve(settings: Settings, ahead: timedelta, up: Connection) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with serving(settings, clock=lambda: the_time(ahead)) as running:
        up.send(running.port)
        await stop.wait()
