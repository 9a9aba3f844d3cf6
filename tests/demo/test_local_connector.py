from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

import aiohttp
import pytest

from demo.local_connector import LocalConnector, local_connector

CARD = {"type": "AdaptiveCard", "body": []}
ATTACHED = {"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}


@dataclass(frozen=True, slots=True)
class Wire:
    connector: LocalConnector
    session: aiohttp.ClientSession
    url: str

    async def sends(self, activity: Mapping[str, object], under: str = "") -> str:
        address = f"{self.url}v3/conversations/c-1/activities{under}"
        async with self.session.post(address, json=activity) as response:
            assert response.status == 201
            return str((await response.json())["id"])

    async def changes(self, number: str, activity: Mapping[str, object]) -> int:
        address = f"{self.url}v3/conversations/c-1/activities/{number}"
        async with self.session.put(address, json=activity) as response:
            return response.status


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with local_connector() as (connector, url), aiohttp.ClientSession() as session:
        yield Wire(connector, session, url)


async def test_each_message_gets_an_id_of_its_own_and_stands_in_its_chat(wire: Wire) -> None:
    first = await wire.sends({"type": "message", "text": "One."})
    second = await wire.sends({"type": "message", "attachments": [ATTACHED]}, under="/m-9")
    assert first != second
    assert [(one.id, one.text, one.card) for one in wire.connector.chat("c-1")] == [
        (first, "One.", None),
        (second, "", CARD),
    ]
    assert wire.connector.chat("c-2") == []


async def test_a_changed_message_keeps_its_place(wire: Wire) -> None:
    first = await wire.sends({"type": "message", "text": "One."})
    await wire.sends({"type": "message", "text": "Two."})
    assert await wire.changes(first, {"type": "message", "text": "Changed."}) == 200
    assert [one.text for one in wire.connector.chat("c-1")] == ["Changed.", "Two."]


async def test_that_somebody_types_is_no_message(wire: Wire) -> None:
    await wire.sends({"type": "typing"})
    assert wire.connector.chat("c-1") == []


async def test_who_waits_is_told_as_soon_as_it_stands_there(wire: Wire) -> None:
    waiting = asyncio.create_task(wire.connector.wait("c-1", lambda one: "here" in one.text))
    await wire.sends({"type": "message", "text": "Not yet."})
    assert not waiting.done()
    await wire.sends({"type": "message", "text": "It is here."})
    assert (await waiting).text == "It is here."


async def test_of_several_the_newest_is_meant(wire: Wire) -> None:
    for text in ("here 1", "here 2"):
        await wire.sends({"type": "message", "text": text})
    assert (await wire.connector.wait("c-1", lambda one: "here" in one.text)).text == "here 2"
