from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
from pathlib import Path

import pytest

from demo.playground import PROGRAM
from demo.stage import PortTakenFault
from demo.walk import PLAYGROUND_PORT, walk
from storage.cipher import Cipher
from wiring import serving

ROOT = Path(__file__).parents[2]
CLOSING = "That was an audit from the draw to the findings. Try it yourself: make demo"


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a folder of its own, on a free port."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QA_PORT", "0")
    monkeypatch.setenv("QA_FRAMEWORKS_FOLDER", str(ROOT / "frameworks"))
    monkeypatch.setenv("QA_DATA_KEYS", Cipher.new_key())


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


async def test_two_auditors_and_a_worker_are_told_of_as_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    await walk(serving, "herefordshire", headless=True)
    said = capsys.readouterr().out
    assert in_order(
        said,
        "# Hello Cora",
        "audits opened",
        "will be audited",
        "# You are lead auditor for C-",
        "> [Accept for later]",
        "> my work",
        "> start",
        "1 of 6",
        "> good\n  Area 2: Good.",
        "# Check your grades, then submit",
        "is in\n",
        "# You are peer auditor for C-",
        "2 minutes later",
        "# What the audit of C-",
        "# All grades agree",
        "> help",
        "Zed Amberly, who is not in the staff list",
        "I can't find you in the staff list",
        CLOSING,
    )


async def test_without_the_client_the_story_is_told_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    await walk(serving, "sefton", headless=False)
    said = capsys.readouterr().out
    assert in_order(said, "Install Node.js", "So here is the same as text.", "1 of 8", CLOSING)


async def test_a_port_that_is_taken_starts_and_deletes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "var" / "demo-sefton.db"
    kept.parent.mkdir()
    kept.touch()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("QA_PORT", str(other.getsockname()[1]))
        with pytest.raises(PortTakenFault):
            await walk(serving, "sefton", headless=True)
    assert kept.exists()


def client_can_start() -> bool:
    with socket.socket() as probe:
        free = probe.connect_ex(("127.0.0.1", PLAYGROUND_PORT)) != 0
    return free and shutil.which("node") is not None and (ROOT / PROGRAM).is_file()


@pytest.mark.skipif(not client_can_start(), reason="no local Teams client, or its port is taken")
async def test_it_runs_until_it_is_interrupted_and_leaves_nothing_running() -> None:
    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "app.py"), "demo"),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert demo.stdout is not None
    async with asyncio.timeout(60):
        said = (await demo.stdout.readuntil(b"Ctrl-C stops it.")).decode()
        demo.send_signal(signal.SIGINT)
        rest = (await demo.stdout.read()).decode()
        assert await demo.wait() == 0
    assert in_order(said, f"http://localhost:{PLAYGROUND_PORT}", "act as ", "my work", "start")
    assert "Stopped." in rest
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", PLAYGROUND_PORT)) != 0
