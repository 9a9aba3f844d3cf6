"""``python app.py serve`` in processes of its own, as an operator starts it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from settings import Settings

ROOT = Path(__file__).parents[2]
UP_WITHIN = 60.0
STOPS_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Served:
    """A service that listens; ``log`` is what it writes to standard error."""

    process: Process
    url: str
    log: Path

    async def stops(self) -> None:
        """SIGTERM, as on a deployment."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOPS_WITHIN):
            assert await self.process.wait() == 0, end_of(self.log)


@asynccontextmanager
async def served(settings: Settings, log: Path) -> AsyncIterator[Served]:
    """A service from when it listens; taken down at the end, if it did not end before."""
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "app.py",
            "serve",
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1", **environment(settings)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    try:
        yield Served(process, await _listens_at(process, log), log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _listens_at(process: Process, log: Path) -> str:
    """From the line with which it says that it is up."""
    assert process.stdout is not None
    async with asyncio.timeout(UP_WITHIN):
        line = (await process.stdout.readline()).decode()
    assert line.startswith("Listening on "), line + end_of(log)
    return f"http://{line.split()[2].rstrip('.')}"


def end_of(log: Path) -> str:
    """The last lines of a log."""
    return log.read_text("utf-8")[-2000:]


def environment(settings: Settings) -> dict[str, str]:
    """The settings as the environment says them."""
    secret = {"app_password": settings.app_password, "data_keys": settings.data_keys}
    values: dict[str, Any] = settings.model_dump(mode="json", exclude=set(secret))
    values |= {name: value.get_secret_value() for name, value in secret.items()}
    fields = Settings.model_fields
    return {str(fields[name].alias): str(value) for name, value in values.items()}
