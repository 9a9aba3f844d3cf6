"""Teams for all bots of a run, as a process: its keys and tokens, and a Connector that counts.

``python -m bench.lab.fakes PORT``. It also signs the tokens that the load generator brings.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bench.lab.identity import APP_ID, ISSUER, KEYS, OPENID

KEY_ID = "key-of-the-bench"
LARGEST = 4 * 1024 * 1024


@dataclass(slots=True)
class FakeTeams:
    """Counts what is posted and over how many connections it came."""

    root: str
    key: rsa.RSAPrivateKey = field(
        default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048)
    )
    posts: int = 0
    connections: set[object] = field(default_factory=set)

    async def openid(self, _: web.Request) -> web.Response:
        """The metadata document."""
        return web.json_response(
            {
                "issuer": ISSUER,
                "jwks_uri": f"{self.root}{KEYS}",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def keys(self, _: web.Request) -> web.Response:
        """The key list."""
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        key = {**public, "kid": KEY_ID, "use": "sig", "endorsements": ["msteams"]}
        return web.json_response({"keys": [key]})

    async def token(self, _: web.Request) -> web.Response:
        """A bot's own token."""
        return web.json_response({"access_token": self._signed(), "expires_in": 3600})

    async def signed(self, _: web.Request) -> web.Response:
        """A token such as Teams brings."""
        return web.Response(text=self._signed())

    async def activity(self, request: web.Request) -> web.Response:
        """Takes a post or an update."""
        await request.read()
        self.posts += 1
        if request.transport is not None:
            self.connections.add(request.transport.get_extra_info("peername"))
        return web.json_response({"id": f"sent-{self.posts}"}, status=201)

    async def count(self, _: web.Request) -> web.Response:
        """What was counted since the last question."""
        counted: dict[str, Any] = {"posts": self.posts, "connections": len(self.connections)}
        self.posts = 0
        self.connections.clear()
        return web.json_response(counted)

    def _signed(self) -> str:
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": APP_ID,
            "nbf": now - 10,
            "exp": now + 7200,
            "serviceurl": f"{self.root}/emea/",
        }
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": KEY_ID})


def make_app(root: str) -> web.Application:
    """The application behind one address."""
    teams = FakeTeams(root)
    app = web.Application(client_max_size=LARGEST)
    app.router.add_get(OPENID, teams.openid)
    app.router.add_get(KEYS, teams.keys)
    app.router.add_post("/token", teams.token)
    app.router.add_get("/signed", teams.signed)
    app.router.add_get("/count", teams.count)
    app.router.add_route("*", "/emea/v3/conversations/{tail:.*}", teams.activity)
    return app


if __name__ == "__main__":
    port = int(sys.argv[1])
    web.run_app(make_app(f"http://127.0.0.1:{port}"), host="127.0.0.1", port=port, print=None)
