"""Several people, each at a local Teams client of their own: nobody shares a chat in Teams."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from playwright.async_api import Browser, ViewportSize

from demo.playground import start_playground, stop_playground
from demo.playground_config import CONFIG_FILE, playground_config
from tests.e2e.client import Client, open_browser, open_page
from tests.e2e.conftest import Playing, free_port

SAME_CHAT = "id: personal-chat-id"  # as the configuration has it, whoever sits in front


@dataclass(frozen=True, slots=True, kw_only=True)
class Chats:
    """Opens a chat for whoever has none yet; pictures are numbered through all of them."""

    demo: Playing
    folder: Path
    name: str
    size: ViewportSize
    browser: Browser
    ends: AsyncExitStack
    numbers: count[int] = field(default_factory=lambda: count(1))
    places: count[int] = field(default_factory=count)
    found: dict[str, Client] = field(default_factory=dict)

    async def of(self, person: str) -> Client:
        """The chat of somebody of the staff list, by their name; they have added the app."""
        if person not in self.found:
            first = person == self.demo.story.coordinator.name
            url = self.demo.url if first else await self._start(person)
            self.found[person] = await open_page(
                self.browser, url, self.name, self.size, self.numbers
            )
        return self.found[person]

    async def all_of(self, *people: str) -> list[Client]:
        """The chats of several, opened at the same time."""
        return await asyncio.gather(*(self.of(person) for person in people))

    async def _start(self, person: str) -> str:
        place = self.folder / f"chat-{next(self.places)}"
        place.mkdir()
        config = playground_config(person).replace(SAME_CHAT, f"id: {place.name}")
        (place / CONFIG_FILE).write_text(config, "utf-8")
        said: list[str] = []
        port = free_port()
        client = await start_playground(self.demo.endpoint, port, say=said.append, folder=place)
        assert client is not None, said
        self.ends.push_async_callback(stop_playground, client)
        return f"http://localhost:{port}"


@asynccontextmanager
async def open_chats(
    demo: Playing, folder: Path, name: str, size: ViewportSize
) -> AsyncIterator[Chats]:
    """One browser for everybody; it and every client are closed at the end."""
    async with AsyncExitStack() as ends, open_browser() as browser:
        yield Chats(demo=demo, folder=folder, name=name, size=size, browser=browser, ends=ends)
