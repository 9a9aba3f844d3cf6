"""Teams' side of the line, on this machine: takes what the bot sends, and shows what stands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

Json = dict[str, Any]
HOST = "127.0.0.1"
PATIENCE = 15.0  # seconds


@dataclass(frozen=True, slots=True)
class Shown:
    """One message in a chat as it is now: a card, or a text."""

    id: str
    text: str = ""
    card: Json | None = None


@dataclass(slots=True)
class LocalConnector:
    """Chats by conversation id; in each, messages by activity id in order of their arrival."""

    chats: dict[str, dict[str, Shown]] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=lambda: count(1))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def chat(self, conversation: str) -> list[Shown]:
        """What stands in a chat, oldest first."""
        return list(self.chats.get(conversation, {}).values())

    async def put(self, conversation: str, shown: Shown) -> None:
        """A message takes its place: its own if it stands already, else the last."""
        async with self._changed:
            self.chats.setdefault(conversation, {})[shown.id] = shown
            self._changed.notify_all()

    async def wait(self, conversation: str, wanted: Callable[[Shown], bool]) -> Shown:
        """The newest message of a chat that is wanted, as soon as it stands there.

        Raises TimeoutError after fifteen seconds.
        """
        async with asyncio.timeout(PATIENCE), self._changed:
            while True:
                found = [shown for shown in self.chat(conversation) if wanted(shown)]
                if found:
                    return found[-1]
                await self._changed.wait()

    async def take(self, request: web.Request) -> web.Response:
        """POST of a new activity or PUT of a changed one, as the Bot Connector has them."""
        activity = await request.json()
        known = request.match_info.get("activity") if request.method == "PUT" else None
        number = known or f"m-{next(self._ids)}"
        if activity["type"] != "typing":
            cards = [part["content"] for part in activity.get("attachments", ())]
            shown = Shown(number, activity.get("text", ""), cards[0] if cards else None)
            await self.put(request.match_info["conversation"], shown)
        return web.json_response({"id": number}, status=200 if known else 201)


@asynccontextmanager
async def local_connector() -> AsyncIterator[tuple[LocalConnector, str]]:
    """The connector on a free port of this machine, and its service URL."""
    connector = LocalConnector()
    app = web.Application()
    activities = "/v3/conversations/{conversation}/activities"
    app.router.add_post(activities, connector.take)
    app.router.add_route("*", f"{activities}/{{activity}}", connector.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, 0).start()
        yield connector, f"http://{HOST}:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()
