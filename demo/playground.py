"""Starts and stops Microsoft's local Teams client, the Agents Playground."""

from __future__ import annotations

import asyncio
import shutil
import socket
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable
from pathlib import Path

from demo.playground_config import ROOT

PROGRAM = Path("node_modules", "@microsoft", "m365agentsplayground", "cli.js")
LOG = Path("devTools", "m365agentsplayground.log")
START_WITHIN, STOP_WITHIN, PAUSE = 30.0, 5.0, 0.1  # seconds

Say = Callable[[str], None]


async def start_playground(
    endpoint: str, port: int, *, say: Say, folder: Path = ROOT, root: Path = ROOT
) -> Process | None:
    """Start the client for a bot's endpoint and wait until its port answers.

    ``folder`` holds its configuration and takes its log. Gives None, with the reason said in a
    sentence, where it cannot be had; ``stop_playground`` ends what was started.
    """
    node = shutil.which("node")
    if reason := _missing(node, root, port):
        say(f"The local Teams client was not started: {reason}")
        return None
    process = await asyncio.create_subprocess_exec(
        *(str(node), str(root / PROGRAM), "start", "--app-endpoint", endpoint),
        *("--channel-id", "msteams", "--port", str(port), "--disable-telemetry"),
        cwd=folder,
        stdin=DEVNULL,
        stdout=DEVNULL,
        stderr=DEVNULL,
    )
    if await _answers(process, port):
        return process
    await stop_playground(process)
    say(f"The local Teams client did not start. What it said is in {folder / LOG}.")
    return None


async def stop_playground(process: Process) -> None:
    """Ask it to end, and end it when it does not; one that has ended is left alone."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()


def _missing(node: str | None, root: Path, port: int) -> str:
    if node is None:
        return "Node.js was not found. Install Node.js 20 or newer, then run make setup."
    if not (root / PROGRAM).is_file():
        return "its npm packages are not there. Run make setup with npm on the path."
    with socket.socket() as probe:
        # a port of a program that has just ended is free, as the client sees it
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return f"port {port} is taken. Stop what uses it, or choose another port."
    return ""


async def _answers(process: Process, port: int) -> bool:
    try:
        async with asyncio.timeout(START_WITHIN):
            while process.returncode is None:
                if await _pings(port):
                    return True
                await asyncio.sleep(PAUSE)
    except TimeoutError:
        pass
    return False


async def _pings(port: int) -> bool:
    # it listens before it has read its configuration, so a connection alone says nothing
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /_debug/ping HTTP/1.0\r\n\r\n")
        status = await reader.readline()
        writer.close()
        await writer.wait_closed()
    except OSError:
        return False
    return b" 200 " in status
