"""Tokens as Teams signs them, with real RSA keys."""

from __future__ import annotations

import json
import time
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.fake_teams.activities import APP_ID, Json

ISSUER = "https://api.botframework.com"


@cache
def rsa_key(name: str) -> rsa.RSAPrivateKey:
    """A key, made once in a test run: making one takes a tenth of a second."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Signer:
    """The keys that are published, and the one that signs."""

    def __init__(self) -> None:
        self.service_url = ""
        self.key_id = "key-1"
        self.endorsements = ["msteams", "webchat"]

    def rotate(self) -> str:
        """Sign with another key from now on; the old one is not published any more."""
        number = int(self.key_id.removeprefix("key-")) + 1
        self.key_id = f"key-{number}"
        return self.key_id

    def published(self) -> Json:
        """The JWKS document."""
        public = json.loads(RSAAlgorithm.to_jwk(rsa_key(self.key_id).public_key()))
        key = {**public, "kid": self.key_id, "use": "sig", "endorsements": self.endorsements}
        return {"keys": [key]}

    def token(
        self,
        *,
        algorithm: str = "RS256",
        key: Any = None,
        headers: Json | None = None,
        **changes: Any,
    ) -> str:
        """A token for the bot; keyword arguments replace claims, None leaves one out."""
        now = int(time.time())
        claims: Json = {
            "iss": ISSUER,
            "aud": APP_ID,
            "nbf": now - 10,
            "exp": now + 3600,
            "serviceurl": self.service_url,
            **changes,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        header = {"kid": self.key_id, **(headers or {})}
        header = {name: value for name, value in header.items() if value is not None}
        signing_key = key if key is not None else rsa_key(self.key_id)
        return jwt.encode(kept, signing_key, algorithm=algorithm, headers=header)
