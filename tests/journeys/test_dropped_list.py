"""Cora drops lists into her chat; the files stand where Teams keeps them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.http.attached import FILE
from domain.refs import Ref
from tests.fake_teams import Json
from tests.imports.annex_a_book import workbook
from tests.journeys.world import World

CASES = b"ref,team,worker,status\nC-23087,Safeguarding North,wes,open\nC-1,North,wanda,open\n"
FAULTY = b"ref,team,worker,status\nCanary Child,North,nobody,open\n"


@dataclass
class Drive:
    """Where files stand; it keeps what it was asked with."""

    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    async def give(self, request: web.Request) -> web.Response:
        self.asked.append({name.lower(): value for name, value in request.headers.items()})
        return web.Response(body=self.files[request.match_info["name"]])

    def attached(self, name: str, data: bytes) -> list[Json]:
        self.files[name] = data
        content = {
            "downloadUrl": self.url + name,
            "uniqueId": "1",
            "fileType": name[-4:].strip("."),
        }
        return [{"contentType": FILE, "name": name, "content": content}]


@pytest.fixture
async def drive() -> AsyncIterator[Drive]:
    made = Drive()
    site = web.Application()
    site.router.add_get("/{name}", made.give)
    async with TestServer(site, host="127.0.0.1") as server:
        made.url = str(server.make_url("/"))
        yield made


async def test_a_list_goes_from_the_chat_into_the_directory(
    herefordshire: World, drive: Drive
) -> None:
    cora = herefordshire.cora
    await cora.installs()
    said = await cora.says("", attachments=drive.attached("cases.csv", CASES))
    assert "New: C-1" in said
    assert "Nothing has been written yet." in said
    assert "authorization" not in drive.asked[0]

    done = await cora.presses("Apply")
    assert "The list was applied" in done.text
    assert "The list was applied" in cora.card("List of records")
    async with herefordshire.units(reading=True) as uow:
        assert await uow.cases.get("C-1")


async def test_after_a_restart_and_a_second_press_it_was_applied_once(
    herefordshire: World, drive: Drive
) -> None:
    cora = herefordshire.cora
    await cora.says("", attachments=drive.attached("cases.csv", CASES))
    await herefordshire.stops()
    await herefordshire.starts()
    pressed = await cora.pressed("Apply")
    again = await cora.sends_press(
        "apply_import", pressed.activity["value"]["action"]["data"], replyToId="elsewhere"
    )
    assert "The list was applied" in again.answer.text
    async with herefordshire.units(reading=True) as uow:
        written = await uow.trail.of(Ref("directory", "cases"))
    assert [(entry.action, entry.actor) for entry in written] == [("imported", "cora")]


async def test_a_list_with_faults_shows_them_without_the_words_of_the_cells(
    herefordshire: World, drive: Drive
) -> None:
    cora = herefordshire.cora
    said = await cora.says("", attachments=drive.attached("cases.csv", FAULTY))
    assert "row 2, ref: looks like a person's name" in said
    assert "Canary" not in said
    forgotten = await cora.presses("Forget it")
    assert "The list was forgotten" in forgotten.text


async def test_a_workbook_that_is_no_list_is_answered_with_a_sentence(
    herefordshire: World, drive: Drive
) -> None:
    book = workbook({"List_1": [("Gender", "Age"), ("F", 14)]})
    said = await herefordshire.cora.says("", attachments=drive.attached("book.xlsx", book))
    assert "No headings were found" in said


async def test_nobody_else_may(herefordshire: World, drive: Drive) -> None:
    said = await herefordshire.tess.says("", attachments=drive.attached("cases.csv", CASES))
    assert "Only the QA team imports lists" in said
    assert drive.asked == []
