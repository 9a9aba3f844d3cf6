"""What the demo runs on: settings of its own, a fresh database, a clock that can be put forward."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from demo.chat import Say
from domain.faults import Fault
from settings import Settings
from usecases.council import Council
from usecases.ports import UnitsOfWork

HOST = "127.0.0.1"
WITHDRAW_MINUTES, TICK_SECONDS = 1, 1  # so that findings follow while one looks
VAR = Path("var")


class PortTakenFault(Fault):
    """Something listens on the demo's port already, so nothing was started."""


class Running(Protocol):
    """What ``wiring.serving`` gives."""

    @property
    def port(self) -> int:
        """Where the bot listens."""

    @property
    def units(self) -> UnitsOfWork:
        """Its database."""

    @property
    def council(self) -> Council:
        """Whom it serves."""


class Serving(Protocol):
    """``wiring.serving``: the whole service in this process."""

    def __call__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime],
        acting: dict[str, str] | None = None,
    ) -> AbstractAsyncContextManager[Running]:
        """Start it, and stop it at the end."""


@dataclass(slots=True)
class DemoClock:
    """The time, and what was skipped of it."""

    skipped: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        """The demo's now."""
        return datetime.now(UTC) + self.skipped

    def skip(self, time: timedelta) -> None:
        """Let time pass."""
        self.skipped += time


def demo_settings(framework: str) -> Settings:
    """A service for this machine alone, with a database of its own; QA_PORT chooses the port."""
    return Settings(
        MicrosoftAppId="",
        MicrosoftAppTenantId="",
        QA_TENANT_IDS="",
        QA_ENV="local",
        QA_HOST=HOST,
        QA_FRAMEWORK=framework,
        QA_DATABASE_URL=f"sqlite:///{database_of(framework)}",
        QA_WITHDRAW_MINUTES=WITHDRAW_MINUTES,
        QA_TICK_SECONDS=TICK_SECONDS,
    )


def database_of(framework: str) -> Path:
    """The file of a framework's demo."""
    return VAR / f"demo-{framework}.db"


def start_afresh(database: Path, say: Say) -> None:
    """Make room for a new database: what an earlier demo left goes, after that was said."""
    database.parent.mkdir(parents=True, exist_ok=True)
    if database.exists():
        say(f"I throw away {database} of an earlier demo and begin afresh.")
    for name in (database.name, f"{database.name}-wal", f"{database.name}-shm"):
        database.with_name(name).unlink(missing_ok=True)


def check_port(port: int) -> None:
    """Raises PortTakenFault where somebody listens there already; 0 takes any free one."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PortTakenFault(
                f"Port {port} is taken, so the demo was not started. Stop what listens there "
                f"(an earlier demo?), or choose another port: QA_PORT={port + 1} make demo"
            ) from error
