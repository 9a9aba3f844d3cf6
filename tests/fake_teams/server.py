"""One server that plays the identity platform and the Connector."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Self

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from tests.fake_teams.activities import APP_ID, BOT_ID, TENANT, Activities, Json
from tests.fake_teams.connector import Connector, Fault, Post
from tests.fake_teams.identity import SECRET, Identity
from tests.fake_teams.signing import ISSUER

CONVERSATIONS = "/emea/v3/conversations"


class FakeTeams:
    """``teams = await FakeTeams.start()`` … ``await teams.close()``.

    What the bot is told of it: ``app_id``, ``secret``, ``tenant``, ``issuer``, ``openid_url``,
    ``token_url``, ``service_url``. People are named by their Entra object id everywhere.
    """

    app_id = APP_ID
    bot_id = BOT_ID
    tenant = TENANT
    issuer = ISSUER
    secret = SECRET

    def __init__(self, server: TestServer, connector: Connector, identity: Identity) -> None:
        root = str(server.make_url("")).rstrip("/")
        self._server = server
        self.connector = connector
        self.identity = identity
        self.service_url = f"{root}/emea/"
        self.openid_url = f"{root}/openid"
        self.token_url = f"{root}/token"
        self.activities = Activities(self.service_url)
        self.signer = identity.signer
        self.signer.service_url = self.service_url

    @classmethod
    async def start(cls) -> Self:
        """Listen on a free port of this machine."""
        connector, identity = Connector(), Identity()
        app = web.Application(client_max_size=4 * 1024 * 1024)
        app.router.add_get("/openid", identity.openid)
        app.router.add_get("/keys", identity.keys)
        app.router.add_post("/token", identity.token)
        app.router.add_post(CONVERSATIONS, connector.conversation)
        app.router.add_post(f"{CONVERSATIONS}/{{conversation}}/activities", connector.activity)
        for method in ("POST", "PUT", "DELETE"):
            one = f"{CONVERSATIONS}/{{conversation}}/activities/{{activity}}"
            app.router.add_route(method, one, connector.activity)
        server = TestServer(app, host="127.0.0.1")
        await server.start_server()
        return cls(server, connector, identity)

    async def close(self) -> None:
        """Let go whatever hangs, and stop."""
        self.connector.released.set()
        self.identity.openid_answers.set()
        await self._server.close()

    @property
    def posts(self) -> list[Post]:
        """New activities that were taken, typing indicators left out."""
        return [
            post
            for post in self.connector.taken
            if post.method == "POST" and post.activity["type"] != "typing"
        ]

    @property
    def updates(self) -> list[Post]:
        """Updates in place that were taken."""
        return [post for post in self.connector.taken if post.method == "PUT"]

    @property
    def typings(self) -> list[Post]:
        """Typing indicators."""
        return [post for post in self.connector.taken if post.activity.get("type") == "typing"]

    @property
    def created(self) -> list[Json]:
        """Bodies of the requests for a new conversation that were taken."""
        return self.connector.created

    def posts_to(self, person: str) -> list[Post]:
        """New activities in a person's chat."""
        chat = self.activities.chat_of(person)
        return [post for post in self.posts if post.conversation_id == chat]

    def cards_to(self, person: str) -> list[Json]:
        """The cards posted to a person, oldest first."""
        return [post.card for post in self.posts_to(person) if post.card is not None]

    def texts_to(self, person: str) -> list[str]:
        """The texts posted to a person, oldest first."""
        return [post.text for post in self.posts_to(person) if post.text]

    def shown_to(self, person: str) -> dict[str, Json]:
        """What stands in a person's chat now: each card by activity id, updates applied."""
        chat = self.activities.chat_of(person)
        shown: dict[str, Json] = {}
        for post in self.connector.taken:
            if post.conversation_id == chat and post.card is not None:
                shown[post.activity_id] = post.card
        return shown

    def fail_next(self, status: int = 0, **how: Any) -> Fault:
        """The next request (of a ``method``, in a ``conversation_id``; ``times``) fails so.

        ``code`` and ``retry_after`` go into the answer; ``method="CREATE"`` is a new
        conversation.
        """
        fault = Fault(status=status, **how)
        self.connector.faults.append(fault)
        return fault

    def hang_next(self, **how: Any) -> Fault:
        """The next request gets no answer until ``release()``."""
        return self.fail_next(hang=True, **how)

    def lose_reply_to_next(self, **how: Any) -> Fault:
        """The next request is taken, and the connection breaks before the answer."""
        return self.fail_next(lost=True, **how)

    def release(self) -> None:
        """Answer whatever hangs."""
        self.connector.released.set()

    async def until(self, condition: Callable[[], bool], within: float = 30.0) -> None:
        """Until what was asked of Teams makes it so; looks again at each request that comes."""
        async with asyncio.timeout(within):
            while not condition():
                self.connector.arrived.clear()
                await self.connector.arrived.wait()

    def token(self, **changes: Any) -> str:
        """A token as Teams would send it; see ``Signer.token``."""
        return self.signer.token(**changes)

    def headers(self, **changes: Any) -> dict[str, str]:
        """The headers of an authentic request."""
        token = self.token(**changes)
        return {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    async def get(self, url: str) -> tuple[int, Any]:
        """Read an address of the bot; gives status and JSON."""
        async with ClientSession() as session, session.get(url) as response:
            return response.status, await response.json()

    async def deliver(self, bot_url: str, activity: Json) -> tuple[int, Any]:
        """Send an activity to the bot as Teams does; gives status and JSON (None if empty)."""
        async with (
            ClientSession() as session,
            session.post(
                f"{bot_url.rstrip('/')}/api/messages", json=activity, headers=self.headers()
            ) as response,
        ):
            body = await response.read()
            return response.status, await response.json() if body else None
