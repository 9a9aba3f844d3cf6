"""The whole service with the demo's council, and Microsoft's local Teams client in front of it."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from demo.playground import start_playground, stop_playground
from demo.playground_config import CONFIG_FILE, playground_config
from demo.seeding import Story, seed
from demo.stage import DemoClock
from settings import Settings
from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.work import SqlUnitsOfWork
from usecases.council import Council
from wiring import serving

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Playing:
    """The demo as it runs for one test."""

    url: str
    endpoint: str
    story: Story
    council: Council
    clock: DemoClock
    units: SqlUnitsOfWork


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Playing]:
    clock, port = DemoClock(), free_port()
    settings = _settings(tmp_path)
    (tmp_path / CONFIG_FILE).write_text(playground_config(), "utf-8")
    await upgrade(settings.database_url)
    async with serving(settings, clock=clock, acting={}) as running:
        story = await seed(running.units, running.council, clock())
        said: list[str] = []
        endpoint = f"http://127.0.0.1:{running.port}/api/messages"
        client = await start_playground(endpoint, port, say=said.append, folder=tmp_path)
        assert client is not None, said
        try:
            url = f"http://localhost:{port}"
            yield Playing(
                url=url,
                endpoint=endpoint,
                story=story,
                council=running.council,
                clock=clock,
                units=running.units,
            )
        finally:
            await stop_playground(client)


def _settings(folder: Path) -> Settings:
    return Settings(
        MicrosoftAppId="",
        QA_ENV="local",
        QA_PORT=0,
        QA_DATABASE_URL=f"sqlite:///{folder / 'demo.db'}",
        QA_FRAMEWORK="herefordshire",
        QA_FRAMEWORKS_FOLDER=ROOT / "frameworks",
        QA_DATA_KEYS=Cipher.new_key(),
        QA_TICK_SECONDS=0.5,
    )


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number
