"""One person's chat with the bot, through the same door that Teams uses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp

from demo.card_text import card_text
from demo.local_connector import Json, LocalConnector, Shown, local_connector

Say = Callable[[str], None]
BOT, TENANT = "28:practice-loop", "council.example"
ONE_LINE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What every chat goes over: the bot's address, the local connector and its service URL."""

    session: aiohttp.ClientSession
    endpoint: str
    connector: LocalConnector
    service_url: str
    say: Say
    ids: count[int] = field(default_factory=lambda: count(1))


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat of the person with that Entra object id."""

    line: Line
    account: str
    name: str

    async def installs(self) -> None:
        """Add the app."""
        self.line.say(f"> ({self.name} adds the app)")
        await self._send({"type": "installationUpdate", "action": "add"})

    async def types(self, text: str) -> None:
        """Send a message; what comes back is told by ``sees``."""
        self.line.say(f"> {text}")
        await self._send({"type": "message", "text": text})

    async def sees(self, words: str) -> None:
        """Wait for the newest message with these words, and say it; raises TimeoutError."""
        self._tell(
            await self.line.connector.wait(self._conversation, lambda one: words in _read(one))
        )

    async def presses(self, title: str, *, on: str, **inputs: str) -> None:
        """Press a button of the newest card with the words ``on``, with what is filled in there.

        The card that comes back takes the place of the pressed one, as in Teams.
        """
        shown = await self.line.connector.wait(
            self._conversation, lambda one: on in _read(one) and title in _actions(one.card)
        )
        action = _actions(shown.card)[title]
        typed = "".join(f"\n    {name}: {value}" for name, value in inputs.items())
        self.line.say(f"> [{title}]{typed}")
        data = {**action["data"], **_values(shown.card), **inputs}
        pressed = {"type": "Action.Execute", "verb": action["verb"], "data": data}
        answer = await self._send(
            {
                "type": "invoke",
                "name": "adaptiveCard/action",
                "replyToId": shown.id,
                "value": {"action": pressed, "trigger": "manual"},
            }
        )
        if isinstance(answer["value"], str):
            self.line.say(f"  {answer['value']}")
        else:
            replaced = Shown(shown.id, card=answer["value"])
            await self.line.connector.put(self._conversation, replaced)

    @property
    def _conversation(self) -> str:
        return f"chat-{self.account}"

    def _tell(self, shown: Shown) -> None:
        if shown.card is None:
            self.line.say(f"  {shown.text}")
            return
        self.line.say(f"  ┌{'─' * 60}")
        for text in card_text(shown.card):
            self.line.say(f"  │ {text}")
        self.line.say(f"  └{'─' * 60}")

    async def _send(self, parts: Json) -> Json:
        activity = {
            "id": str(next(self.line.ids)),
            "channelId": "msteams",
            "serviceUrl": self.line.service_url,
            "from": {"id": f"29:{self.account}", "name": self.name, "aadObjectId": self.account},
            "conversation": {"id": self._conversation, "conversationType": "personal"},
            "recipient": {"id": BOT},
            "channelData": {"tenant": {"id": TENANT}},
            **parts,
        }
        async with self.line.session.post(self.line.endpoint, json=activity) as response:
            response.raise_for_status()
            answer: Json = await response.json() if parts["type"] == "invoke" else {}
        return answer


@asynccontextmanager
async def open_line(endpoint: str, say: Say) -> AsyncIterator[Line]:
    """A line to a bot's address, with a local connector for what it sends."""
    async with local_connector() as (connector, service_url), aiohttp.ClientSession() as session:
        yield Line(
            session=session,
            endpoint=endpoint,
            connector=connector,
            service_url=service_url,
            say=say,
        )


def _read(shown: Shown) -> str:
    return "\n".join(card_text(shown.card, ONE_LINE)) if shown.card else shown.text


def _parts(value: Any) -> Iterator[Json]:
    """Everything in a card that has a type, itself included."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def _actions(card: Json | None) -> dict[str, Json]:
    """What can be pressed, by title; those that open a panel left out."""
    return {part["title"]: part for part in _parts(card) if part["type"] == "Action.Execute"}


def _values(card: Json | None) -> dict[str, str]:
    inputs = (part for part in _parts(card) if part["type"].startswith("Input."))
    return {part["id"]: part.get("value", "") for part in inputs}
