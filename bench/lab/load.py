"""The load: activities as Teams sends them, so many at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import aiohttp
from pydantic_core import to_json

from bench.lab.identity import BOT_ID, TENANT

Json = dict[str, Any]
_IDS = count(1_700_000_000_000)


class NotTakenError(RuntimeError):
    """A bot did not answer as it must, so there is nothing to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a round came to; ``answers`` are the bodies, in the order of the activities."""

    seconds: float
    times: Sequence[float]
    answers: Sequence[bytes]

    @property
    def rate(self) -> float:
        """Turns a second."""
        return len(self.times) / self.seconds

    @property
    def slowest(self) -> float:
        """Milliseconds within which 99 of 100 were answered."""
        return sorted(self.times)[int(len(self.times) * 0.99)] * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """The fake Teams that a run talks from: its address and a token that it signed."""

    root: str
    token: str

    @property
    def service_url(self) -> str:
        """Where bots post to."""
        return f"{self.root}/emea/"

    @property
    def headers(self) -> Mapping[str, str]:
        """What Teams brings along."""
        return {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}

    def message(self, account: str, text: str) -> Json:
        """A typed message in somebody's personal chat."""
        return self._activity(account, {"type": "message", "text": text})

    def press(self, account: str, verb: str, data: Json, on: str) -> Json:
        """A press of a button on the card ``on``."""
        action = {"type": "Action.Execute", "verb": verb, "data": data}
        value = {"action": action, "trigger": "manual"}
        parts = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": on}
        return self._activity(account, parts)

    def _activity(self, account: str, parts: Json) -> Json:
        return {
            "id": str(next(_IDS)),
            "timestamp": "2026-11-20T09:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": f"29:{account}", "name": "Somebody", "aadObjectId": account},
            "conversation": {
                "id": chat_of(account),
                "conversationType": "personal",
                "tenantId": TENANT,
            },
            "recipient": {"id": BOT_ID, "name": "Bot"},
            "channelData": {"tenant": {"id": TENANT}},
            "locale": "en-GB",
            **parts,
        }


def chat_of(account: str) -> str:
    """The conversation between a person and the bot."""
    return f"a:chat-{account}"


async def drive(url: str, teams: Teams, activities: Sequence[Json], *, at_once: int) -> Load:
    """Send them all and wait for all answers; raises NotTakenError."""
    bodies = enumerate(to_json(activity) for activity in activities)
    times, answers = [0.0] * len(activities), [b""] * len(activities)
    connector = aiohttp.TCPConnector(limit=at_once)
    async with aiohttp.ClientSession(connector=connector, headers=teams.headers) as session:

        async def worker(waiting: Iterator[tuple[int, bytes]]) -> None:
            for place, body in waiting:
                began = time.perf_counter()
                answers[place] = await _post(session, url, body)
                times[place] = time.perf_counter() - began

        began = time.perf_counter()
        await asyncio.gather(*(worker(bodies) for _ in range(at_once)))
        seconds = time.perf_counter() - began
    return Load(seconds=seconds, times=times, answers=answers)


async def _post(session: aiohttp.ClientSession, url: str, body: bytes) -> bytes:
    async with session.post(url, data=body) as response:
        answer = await response.read()
        if response.status >= 300:
            raise NotTakenError(f"{response.status}: {answer[:300]!r}")
    return answer
