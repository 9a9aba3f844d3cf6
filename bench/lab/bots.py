"""The bots that are measured: ours as ``app.py serve`` runs it, and the echo bots of three SDKs."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bench.lab.identity import APP_ID, OPENID, SECRET, TENANT
from bench.lab.load import Teams
from bench.lab.peers import python_of, script_of
from bench.lab.processes import MEASURED, OURSELVES, check_alive, free_port, started
from settings import Settings
from storage.cipher import Cipher

STOCK = "botbuilder echo"
ECHOES = {
    STOCK: "botbuilder",
    "Agents SDK echo": "agents",
    "Teams SDK echo": "teams_apps",
}
"""Peers by what they are called in the report; the folder of each under bench/peers."""

ROOT = Path(__file__).parents[2]
UP_WITHIN = 30.0
LOOK_EVERY = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """A running bot; ``ready_after`` seconds from its start it answered."""

    name: str
    port: int
    process: Process
    ready_after: float

    @property
    def endpoint(self) -> str:
        """Where Teams posts to."""
        return f"http://127.0.0.1:{self.port}/api/messages"


@asynccontextmanager
async def fake_teams(folder: Path) -> AsyncIterator[Teams]:
    """The fake Teams on our own core."""
    port = free_port()
    command = [sys.executable, "-m", "bench.lab.fakes", str(port)]
    root = f"http://127.0.0.1:{port}"
    log = folder / "fakes.log"
    async with started(command, _environment(), log, core=OURSELVES) as process:
        await _up(f"{root}{OPENID}", process, log)
        yield Teams(root=root, token=await _read(f"{root}/signed"))


def our_settings(database: str, teams: Teams, port: int = 0) -> Settings:
    """Settings as in service, but for the addresses of the fake Teams."""
    return Settings.model_validate(
        {
            "MicrosoftAppId": APP_ID,
            "MicrosoftAppPassword": SECRET,
            "MicrosoftAppTenantId": TENANT,
            "QA_ENV": "local",  # plain http to loopback; tokens are checked as ever
            "QA_PORT": port,
            "QA_DATABASE_URL": database,
            "QA_DATA_KEYS": Cipher.new_key(),
            "QA_OPENID_METADATA_URL": f"{teams.root}{OPENID}",
            "QA_TOKEN_URL": f"{teams.root}/token",
            "QA_SEND_RATE": 50,
        }
    )


@asynccontextmanager
async def ours(settings: Settings, folder: Path, name: str = "ours") -> AsyncIterator[Bot]:
    """Our bot, as it is served."""
    port = free_port()
    environment = _environment() | _as_environment(settings) | {"QA_PORT": str(port)}
    command = [sys.executable, "app.py", "serve"]
    log = folder / f"{name.replace(' ', '-')}.log"
    async with started(command, environment, log, core=MEASURED) as process:
        began = time.perf_counter()
        await _up(f"http://127.0.0.1:{port}/readyz", process, log)
        after = time.perf_counter() - began
        yield Bot(name=name, port=port, process=process, ready_after=after)


@asynccontextmanager
async def echo(name: str, teams: Teams, folder: Path) -> AsyncIterator[Bot]:
    """A peer; raises NotInstalledError or DiedError where it cannot be had."""
    peer, port = ECHOES[name], free_port()
    command = [await python_of(peer), script_of(peer, "echo.py")]
    environment = _environment() | {
        "BENCH_PORT": str(port),
        "BENCH_FAKES": teams.root,
        "BENCH_APP_ID": APP_ID,
        "BENCH_TENANT": TENANT,
        "BENCH_TOKEN": teams.token,
    }
    log = folder / f"{peer}.log"
    async with started(command, environment, log, core=MEASURED) as process:
        began = time.perf_counter()
        await _up(f"http://127.0.0.1:{port}/", process, log, any_status=True)
        after = time.perf_counter() - began
        yield Bot(name=name, port=port, process=process, ready_after=after)


async def counted(teams: Teams) -> Mapping[str, int]:
    """Posts to the Connector and connections that they came over, since the last question."""
    async with aiohttp.ClientSession() as session, session.get(f"{teams.root}/count") as response:
        found: dict[str, int] = await response.json()
    return found


async def _up(url: str, process: Process, log: Path, *, any_status: bool = False) -> None:
    async with aiohttp.ClientSession() as session, asyncio.timeout(UP_WITHIN):
        while True:
            check_alive(process, log)
            try:
                async with session.get(url) as response:
                    if any_status or response.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(LOOK_EVERY)


async def _read(url: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return await response.text()


def _environment() -> dict[str, str]:
    """What a process needs to run at all; no setting of this machine leaks in."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def _as_environment(settings: Settings) -> dict[str, str]:
    secret = {"app_password": settings.app_password, "data_keys": settings.data_keys}
    plain = settings.model_dump(mode="json", exclude=set(secret))
    values = plain | {name: value.get_secret_value() for name, value in secret.items()}
    fields = Settings.model_fields
    return {str(fields[name].alias): str(value) for name, value in values.items()}
