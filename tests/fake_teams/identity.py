"""The identity platform: the keys that tokens are signed with, and the bot's own tokens."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web

from tests.fake_teams.activities import APP_ID
from tests.fake_teams.signing import ISSUER, Signer

SECRET = "a-made-up-secret"


class Identity:
    """Counts what it gives; set a status other than 200 to make it fail."""

    def __init__(self) -> None:
        self.signer = Signer()
        self.keys_given = 0
        self.tokens_given = 0
        self.token_status = 200
        self.openid_status = 200
        self.openid_asked = 0
        self.openid_answers = asyncio.Event()  # clear it, and the metadata hangs
        self.openid_answers.set()
        self.asked = asyncio.Event()
        self.token_lifetime: int | str = 3600
        self.other_keys: list[Any] = []
        self.publishes_own_key = True

    async def openid(self, request: web.Request) -> web.Response:
        """The metadata document."""
        self.openid_asked += 1
        self.asked.set()
        await self.openid_answers.wait()
        document = {"issuer": ISSUER, "jwks_uri": f"{request.url.origin()}/keys"}
        return web.json_response(document, status=self.openid_status)

    async def keys(self, _: web.Request) -> web.Response:
        """The key list."""
        self.keys_given += 1
        own = self.signer.published()["keys"] if self.publishes_own_key else []
        return web.json_response({"keys": [*self.other_keys, *own]})

    async def token(self, request: web.Request) -> web.Response:
        """A token for the bot's own sends."""
        form = await request.post()
        right = (form["client_id"], form["client_secret"]) == (APP_ID, SECRET)
        if self.token_status != 200 or not right:
            status = max(400, self.token_status)
            return web.json_response({"error": "invalid_client"}, status=status)
        self.tokens_given += 1
        answer = {"access_token": f"token-{self.tokens_given}", "expires_in": self.token_lifetime}
        return web.json_response(answer)
