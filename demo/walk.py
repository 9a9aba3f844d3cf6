"""``python app.py demo``: a fictional council, in Microsoft's local Teams client or as text."""

from __future__ import annotations

import asyncio
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

from cli.service import console
from demo.chat import open_line
from demo.headless import Telling
from demo.invitation import invitation
from demo.playground import start_playground, stop_playground
from demo.seeding import Story, seed
from demo.stage import (
    HOST,
    DemoClock,
    Running,
    Serving,
    check_port,
    database_of,
    demo_settings,
    start_afresh,
)
from storage.migrate import upgrade

PLAYGROUND_PORT = 56150  # where Microsoft's own tools start it


async def walk(serving: Serving, framework: str, *, headless: bool) -> None:
    """Fill a fresh database, start everything and say what to do, until it is told to stop.

    ``headless`` tells the same story as text and ends. Raises PortTakenFault, FrameworkFault.
    """
    settings, clock = demo_settings(framework), DemoClock()
    check_port(settings.port)
    start_afresh(database_of(framework), _say)
    await upgrade(settings.database_url)
    async with serving(settings, clock=clock, acting={}) as running:
        story = await seed(running.units, running.council, clock())
        if headless or not await _played(running, story):
            await _told(running, story, clock)


async def _played(running: Running, story: Story) -> bool:
    """The demo in the local Teams client; False where that cannot be had."""
    async with _client(running.port) as client:
        if client is None:
            _say("So here is the same as text.")
            return False
        stop = _told_to_stop()
        for line in invitation(story, running.council, PLAYGROUND_PORT):
            _say(line)
        await _first(stop.wait(), client.wait())
    _say("Stopped.")
    return True


async def _told(running: Running, story: Story, clock: DemoClock) -> None:
    """The demo as text."""
    async with open_line(_endpoint(running.port), _say) as line:
        telling = Telling(story, line, running.council.framework.grades, clock.skip)
        await telling.all(running.council.withdraw_for)
    _say("\nThat was an audit from the draw to the findings. Try it yourself: make demo")


@asynccontextmanager
async def _client(port: int) -> AsyncIterator[Process | None]:
    client = await start_playground(_endpoint(port), PLAYGROUND_PORT, say=_say)
    try:
        yield client
    finally:
        if client is not None:
            await stop_playground(client)


def _told_to_stop() -> asyncio.Event:
    """Set by Ctrl-C or SIGTERM, from now on."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    return stop


async def _first(*ends: Coroutine[object, object, object]) -> None:
    """Wait for whichever comes first."""
    waiting = {asyncio.create_task(end) for end in ends}
    _, pending = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)


def _endpoint(port: int) -> str:
    return f"http://{HOST}:{port}/api/messages"


def _say(text: str) -> None:
    console.print(text, markup=False)
