"""Peers: each in a virtual environment of its own, made from pinned packages when it is needed."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1]
VENVS = BENCH / ".venvs"
PEERS = BENCH / "peers"


class NotInstalledError(RuntimeError):
    """A peer's packages could not be installed; it is left out, and the output says so."""


async def python_of(peer: str) -> str:
    """The Python that has the peer's packages; installs them where their list changed."""
    folder, wanted = VENVS / peer, (PEERS / peer / "requirements.txt").read_text("utf-8")
    stamp, python = folder / "installed.txt", folder / "bin" / "python"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        await _run(sys.executable, "-m", "venv", "--clear", str(folder))
        listed = str(PEERS / peer / "requirements.txt")
        await _run(str(python), "-m", "pip", "install", "--quiet", "--requirement", listed)
        stamp.write_text(wanted, "utf-8")
    return str(python)


def script_of(peer: str, name: str) -> str:
    """The path of a peer's program."""
    return str(PEERS / peer / name)


async def _run(*command: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    if process.returncode != 0:
        raise NotInstalledError(said.decode("utf-8", "replace")[-500:])
