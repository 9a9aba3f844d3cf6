"""Is it really Teams, and is it for us? Asked before a byte of the body is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import jwt

from bot.http.keys import SigningKey, SigningKeys
from bot.http.refusals import NotAllowedHereError, NotAuthenticError
from bot.teams.hosts import LOOPBACK, ServiceHosts

CHANNEL = "msteams"
PUBLIC_ISSUER = "https://api.botframework.com"
SKEW = 300
LONGEST_TOKEN = 4096
MOST_PROVED = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a token vouches for; ``anonymous`` only on a developer's own machine."""

    service_url: str | None = None
    endorsements: frozenset[str] = frozenset()
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an activity says that it comes from."""

    channel_id: str
    service_url: str
    tenants: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Who is at the other end of the connection; ``forwarded``: a proxy speaks for another."""

    address: str | None
    forwarded: bool = False

    @property
    def is_this_machine(self) -> bool:
        """Nobody but a process of this machine."""
        return self.address in LOOPBACK and not self.forwarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Whom to let in. ``app_id`` None: nobody but this machine (local development only).

    ``tenants`` None lets every tenant in; app.py allows that in local development only.
    """

    app_id: str | None
    hosts: ServiceHosts
    tenants: frozenset[str] | None
    issuer: str = PUBLIC_ISSUER


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proved:
    """What a token was found to say, and the key that its signature was checked with.

    Seconds since 1970; ``not_before`` is 0 where the token does not say.
    """

    key_id: str
    key: SigningKey
    service_url: str
    not_before: float
    expires: float


class Authenticator:
    """Checks the token first, and the activity against the token afterwards.

    Teams brings the same token for hours, so a signature that was checked is known by the hash of
    the whole token. Its times, and whether its key still is Teams', are looked at every time.
    ``clock`` tells the seconds since 1970.
    """

    def __init__(self, rules: Rules, keys: SigningKeys, *, clock: Callable[[], float]) -> None:
        self._rules = rules
        self._keys = keys
        self._clock = clock
        self._proved: dict[bytes, _Proved] = {}

    @property
    def remembers(self) -> int:
        """How many tokens it knows again."""
        return len(self._proved)

    async def authenticate(self, authorization: str | None, peer: Peer) -> Claims:
        """The claims of a request's token; raises NotAuthenticError."""
        if self._rules.app_id is None:
            if authorization is None and peer.is_this_machine:
                return Claims(anonymous=True)
            raise NotAuthenticError("no_app_id")
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token or len(token) > LONGEST_TOKEN:
            raise NotAuthenticError("no_token")
        try:
            return await self._claims(token, self._rules.app_id)
        except (jwt.PyJWTError, ValueError, TypeError) as error:
            raise NotAuthenticError(type(error).__name__) from None

    def check(self, origin: Origin, claims: Claims) -> None:
        """The activity against its token: NotAuthenticError or NotAllowedHereError."""
        if origin.channel_id != CHANNEL:
            raise NotAllowedHereError("channel")
        if not claims.anonymous:
            self._check_signed(origin, claims)
        if not self._rules.hosts.allows(origin.service_url):
            raise NotAllowedHereError("service_host")
        self._check_tenants(origin.tenants)

    async def _claims(self, token: str, app_id: str) -> Claims:
        digest = hashlib.sha256(token.encode()).digest()
        proved = self._proved.get(digest)
        if proved is None or await self._keys.find(proved.key_id) is not proved.key:
            self._proved.pop(digest, None)
            proved = await self._prove(token, app_id)
            self._keep(digest, proved)
        if not proved.not_before - SKEW <= self._clock() < proved.expires + SKEW:
            raise NotAuthenticError("not_in_time")
        return Claims(service_url=proved.service_url, endorsements=proved.key.endorsements)

    def _keep(self, digest: bytes, proved: _Proved) -> None:
        while len(self._proved) >= MOST_PROVED:
            del self._proved[next(iter(self._proved))]  # the one that was proved first
        self._proved[digest] = proved

    async def _prove(self, token: str, app_id: str) -> _Proved:
        key_id = jwt.get_unverified_header(token).get("kid")
        if not isinstance(key_id, str):
            raise NotAuthenticError("no_key_id")
        key = await self._keys.find(key_id)
        if key is None:
            raise NotAuthenticError("unknown_key")
        payload: dict[str, Any] = jwt.decode(
            token,
            key.public,
            algorithms=["RS256"],
            audience=app_id,
            issuer=self._rules.issuer,
            leeway=SKEW,
            options={"require": ["exp", "aud", "iss"]},
        )
        service_url = payload.get("serviceurl")
        if not isinstance(service_url, str):
            raise NotAuthenticError("no_service_url")
        return _Proved(
            key_id=key_id,
            key=key,
            service_url=service_url,
            not_before=int(payload.get("nbf", 0)),
            expires=int(payload["exp"]),
        )

    @staticmethod
    def _check_signed(origin: Origin, claims: Claims) -> None:
        if origin.channel_id not in claims.endorsements:
            raise NotAuthenticError("not_endorsed")
        if origin.service_url.rstrip("/") != (claims.service_url or "").rstrip("/"):
            raise NotAuthenticError("service_url")

    def _check_tenants(self, tenants: frozenset[str]) -> None:
        if self._rules.tenants is not None and (not tenants or tenants - self._rules.tenants):
            raise NotAllowedHereError("tenant")
