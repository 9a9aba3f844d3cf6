"""The bot's edge on a port, with turns that only write down what they are asked."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp.test_utils import TestServer

from bot.http.authentication import Authenticator, Rules
from bot.http.keys import SigningKeys
from bot.http.server import Check, Edge, make_app
from bot.incoming import Incoming
from bot.metrics import Metrics
from bot.teams.adapter import TeamsAdapter
from bot.teams.connector import Connector
from bot.teams.handler import PracticeLoopHandler
from bot.teams.hosts import ServiceHosts
from bot.teams.tokens import Credentials, Tokens
from bot.teams.turns import DialogAnswer, InvokeAnswer, Reply
from tests.fake_teams import FakeTeams, Json

CARD: Json = {"type": "AdaptiveCard", "version": "1.5", "body": []}


class Clock:
    """Seconds that go by when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class NotedTurns:
    """Answers as it is told to, and keeps every activity that reached it."""

    asked: list[tuple[str, Incoming]] = field(default_factory=list)
    answer: InvokeAnswer = field(default_factory=lambda: InvokeAnswer.card(CARD))
    dialog: DialogAnswer = field(default_factory=lambda: DialogAnswer(CARD, "A dialog"))
    replies: Sequence[Reply] = ()
    error: Exception | None = None
    gate: asyncio.Event | None = None
    started: asyncio.Event = field(default_factory=asyncio.Event)

    async def pressed(self, incoming: Incoming) -> InvokeAnswer:
        await self._note("pressed", incoming)
        return self.answer

    async def extended(self, incoming: Incoming) -> DialogAnswer:
        await self._note("extended", incoming)
        return self.dialog

    async def offered(self, incoming: Incoming) -> Sequence[Reply]:
        await self._note("offered", incoming)
        return self.replies

    async def said(self, incoming: Incoming) -> Sequence[Reply]:
        await self._note("said", incoming)
        return self.replies

    async def installed(self, incoming: Incoming) -> Sequence[Reply]:
        await self._note("installed", incoming)
        return self.replies

    async def removed(self, incoming: Incoming) -> None:
        await self._note("removed", incoming)

    async def noticed(self, incoming: Incoming) -> None:
        await self._note("noticed", incoming)

    async def _note(self, name: str, incoming: Incoming) -> None:
        self.asked.append((name, incoming))
        self.started.set()
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.asked]

    @property
    def last(self) -> Incoming:
        return self.asked[-1][1]


@dataclass(kw_only=True)
class Setup:
    """How the bot is set up in a test; the defaults are those of a service."""

    app_id: str | None = FakeTeams.app_id
    tenants: frozenset[str] | None = frozenset({FakeTeams.tenant})
    checks: Mapping[str, Check] = field(default_factory=dict)
    typing_after: float = 10.0
    keys_clock: Callable[[], float] = time.monotonic
    tokens_clock: Callable[[], float] = time.time
    hosts: ServiceHosts = field(default_factory=lambda: ServiceHosts(local=True))


class Rig:
    """``async with Rig(teams) as bot``: the whole way from the socket to the turns and back."""

    def __init__(self, teams: FakeTeams, setup: Setup | None = None) -> None:
        self.teams = teams
        self.setup = setup or Setup()
        self.turns = NotedTurns()
        self.metrics = Metrics()
        self.url = ""

    async def __aenter__(self) -> Self:
        setup = self.setup
        self.session = aiohttp.ClientSession()
        self.keys = SigningKeys(self.session, self.teams.openid_url, clock=setup.keys_clock)
        credentials = Credentials(
            app_id=self.teams.app_id, secret=self.teams.secret, url=self.teams.token_url
        )
        self.tokens = Tokens(
            self.session, credentials if setup.app_id else None, clock=time.monotonic
        )
        handler = PracticeLoopHandler(self.turns, typing_after=setup.typing_after)
        adapter = TeamsAdapter(
            Connector(self.session, self.tokens, setup.hosts, time_limit=2.0),
            handler,
            self.metrics,
            clock=time.monotonic,
            patience=(0.0,),
        )
        rules = Rules(app_id=setup.app_id, hosts=setup.hosts, tenants=setup.tenants)
        self.authenticator = Authenticator(rules, self.keys, clock=setup.tokens_clock)
        edge = Edge(
            authenticator=self.authenticator,
            adapter=adapter,
            metrics=self.metrics,
            checks=setup.checks,
        )
        self.server = TestServer(make_app(edge), host="127.0.0.1")
        await self.server.start_server()
        self.url = str(self.server.make_url("/")).rstrip("/")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.server.close()
        await self.keys.close()
        await self.tokens.close()
        await self.session.close()

    async def receives(self, activity: Json) -> tuple[int, Any]:
        """An authentic activity; gives status and JSON body."""
        return await self.teams.deliver(self.url, activity)

    async def post(
        self, body: bytes, headers: Mapping[str, str], path: str = "/api/messages"
    ) -> tuple[int, bytes]:
        """Any request; gives status and body."""
        url, data = self.url + path, BytesIO(body)
        async with self.session.post(url, data=data, headers=headers) as response:
            return response.status, await response.read()

    async def get(self, path: str) -> tuple[int, str]:
        """Status and text of another address."""
        async with self.session.get(self.url + path) as response:
            return response.status, await response.text()
