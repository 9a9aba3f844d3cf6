from __future__ import annotations

import asyncio
import shutil
import socket
from pathlib import Path

import pytest

from demo.council import make_council
from demo.playground import LOG, PROGRAM, start_playground, stop_playground
from demo.playground_config import CAST, CONFIG_FILE, playground_config

ROOT = Path(__file__).parents[2]
ENDPOINT = "http://127.0.0.1:9/api/messages"  # nothing answers there, and nothing is asked


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


async def status_of(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /_internal/v1/testConfig HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


def test_the_file_in_the_root_is_what_the_generator_writes() -> None:
    assert (ROOT / CONFIG_FILE).read_text("utf-8") == playground_config()


def test_each_person_has_the_id_of_the_staff_list() -> None:
    text = playground_config()
    people = {row["name"]: row for row in make_council().people}
    for name in CAST:
        assert f"name: {name}\n" in text
        assert f"aadObjectId: {people[name]['aad_object_id']}\n" in text


def test_the_coordinator_sits_in_front_and_five_others_are_there() -> None:
    before, after = playground_config().split("users:\n")
    assert "name: Cora Lindley\n" in before
    assert after.count("aadObjectId:") == 5


@pytest.mark.parametrize("name", ["Priya Nair", "Lena Frost"])
def test_somebody_else_can_sit_in_front(name: str) -> None:
    before, after = playground_config(name).split("users:\n")
    assert f"name: {name}\n" in before
    assert after.count("aadObjectId:") == 5
    assert name not in after


def test_a_stranger_cannot() -> None:
    with pytest.raises(KeyError):
        playground_config("Zed Amberly")


async def test_without_node_it_says_what_to_install(
    port: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    assert await start_playground(ENDPOINT, port, say=said.append) is None
    (sentence,) = said
    assert "Install Node.js" in sentence


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not here")
async def test_without_its_packages_it_says_what_to_run(port: int, tmp_path: Path) -> None:
    said: list[str] = []
    assert await start_playground(ENDPOINT, port, say=said.append, root=tmp_path) is None
    (sentence,) = said
    assert "make setup" in sentence


needs_it = pytest.mark.skipif(
    shutil.which("node") is None or not (ROOT / PROGRAM).is_file(),
    reason="the local Teams client is not installed",
)


@needs_it
async def test_a_port_that_is_taken_is_named() -> None:
    said: list[str] = []
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken: int = other.getsockname()[1]
        assert await start_playground(ENDPOINT, taken, say=said.append) is None
    (sentence,) = said
    assert f"port {taken} is taken" in sentence


@needs_it
async def test_it_starts_with_our_people_and_ends_when_it_is_stopped(
    port: int, tmp_path: Path
) -> None:
    said: list[str] = []
    (tmp_path / CONFIG_FILE).write_text(playground_config("Ivo Hart"), "utf-8")
    process = await start_playground(ENDPOINT, port, say=said.append, folder=tmp_path)
    assert process is not None, said
    try:
        assert b'"currentUser":{"id":"user-id-0","name":"Ivo Hart"' in await status_of(port)
    finally:
        await stop_playground(process)
    assert process.returncode is not None
    with pytest.raises(OSError, match="Connect"):
        await status_of(port)
    await stop_playground(process)


@needs_it
async def test_a_configuration_that_it_refuses_is_told_with_the_place_of_its_log(
    port: int, tmp_path: Path
) -> None:
    (tmp_path / CONFIG_FILE).write_text('version: "0.1.1"\n', "utf-8")
    said: list[str] = []
    assert await start_playground(ENDPOINT, port, say=said.append, folder=tmp_path) is None
    (sentence,) = said
    assert str(tmp_path / LOG) in sentence
    assert "ConfigFileParseError" in (tmp_path / LOG).read_text("utf-8")
