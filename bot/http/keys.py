"""The keys that Teams signs its tokens with, from an OpenID metadata address."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWTError
from jwt.algorithms import RSAAlgorithm
from pydantic_core import from_json

log = structlog.get_logger(__name__)

TIME_LIMIT = 10.0
LARGEST = 1_048_576
FRESH = 24 * 3600.0
BETWEEN = 300.0
BETWEEN_AT_START = 10.0
SHAPES = (TypeError, AttributeError)  # a document that is not what it should be


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key and the channels that it may sign for."""

    public: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """Keys by their id. Known keys are given without waiting for the network, however old.

    An unknown id fetches them anew, at most once in five minutes whether that works or not (at
    most once in ten seconds while there are none at all); all callers share one fetch.
    ``clock`` counts seconds and never goes back; ``time_limit`` is for each of its two requests.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        *,
        clock: Callable[[], float],
        time_limit: float = TIME_LIMIT,
    ) -> None:
        self._session = session
        self._url = url
        self._clock = clock
        self._limit = aiohttp.ClientTimeout(total=time_limit)
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at = float("-inf")
        self._tried_at = float("-inf")
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, key_id: str) -> SigningKey | None:
        """The key of that id, or None."""
        found = self._keys.get(key_id)
        if found is None:
            await self._refreshed()
            return self._keys.get(key_id)
        if self._clock() - self._fetched_at > FRESH:
            self._refresh()
        return found

    async def close(self) -> None:
        """Give up a fetch that is under way."""
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    async def _refreshed(self) -> None:
        fetching = self._refresh()
        if fetching is not None:
            await asyncio.shield(fetching)

    def _refresh(self) -> asyncio.Task[None] | None:
        if self._fetching is not None and not self._fetching.done():
            return self._fetching
        between = BETWEEN if self._keys else BETWEEN_AT_START
        if self._clock() - self._tried_at < between:
            return None
        self._tried_at = self._clock()
        self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> None:
        try:
            metadata = await self._get(self._url)
            listed = await self._get(metadata["jwks_uri"])
            keys = dict(filter(None, map(_key, listed["keys"])))
        except (aiohttp.ClientError, TimeoutError, ValueError, LookupError, *SHAPES) as error:
            log.warning("signing_keys_not_fetched", error=type(error).__name__)
            return
        if keys:
            self._keys, self._fetched_at = keys, self._clock()

    async def _get(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=self._limit, allow_redirects=False) as response:
            response.raise_for_status()
            document = from_json(await _whole(response))
        if not isinstance(document, dict):
            raise TypeError(url)
        return document


async def _whole(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for part in response.content.iter_any():
        body += part
        if len(body) > LARGEST:
            raise ValueError("too large")
    return bytes(body)


def _key(listed: dict[str, Any]) -> tuple[str, SigningKey] | None:
    """One entry of the key list; None for those that are not RSA keys for signatures."""
    if listed.get("kty") != "RSA" or listed.get("use", "sig") != "sig":
        return None
    try:
        public = RSAAlgorithm.from_jwk(listed)
    except (PyJWTError, ValueError):
        return None
    if not isinstance(public, RSAPublicKey) or not isinstance(listed.get("kid"), str):
        return None
    return listed["kid"], SigningKey(public, frozenset(listed.get("endorsements") or ()))
