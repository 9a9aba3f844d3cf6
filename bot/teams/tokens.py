"""The bot's own token for sending, fetched once and kept while it lives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp
import structlog

log = structlog.get_logger(__name__)

SCOPE = "https://api.botframework.com/.default"
EARLY = 300.0
TIME_LIMIT = aiohttp.ClientTimeout(total=10)


class NoTokenError(Exception):
    """The token endpoint gave none; the text is a class of reason, never a secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The app's id and secret; the secret never shows in a repr."""

    app_id: str
    secret: str = field(repr=False)
    url: str
    scope: str = SCOPE


class Tokens:
    """One token for all sends, renewed five minutes early; all callers share one fetch.

    Without credentials (local development only) there is no token and none is needed.
    ``clock`` counts seconds and never goes back.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        credentials: Credentials | None,
        *,
        clock: Callable[[], float],
    ) -> None:
        self._session = session
        self._credentials = credentials
        self._clock = clock
        self._token: str | None = None
        self._ends_at = float("-inf")
        self._fetching: asyncio.Task[str] | None = None

    async def get(self) -> str | None:
        """A token that lives, or None where none is needed; raises NoTokenError."""
        if self._credentials is None:
            return None
        if self._token is not None and self._clock() < self._ends_at - EARLY:
            return self._token
        try:
            return await asyncio.shield(self._fetch_once(self._credentials))
        except NoTokenError:
            if self._token is not None and self._clock() < self._ends_at:
                return self._token
            raise

    def drop(self, token: str | None) -> None:
        """Teams would not take that token: fetch another next time."""
        if token == self._token:
            self._token = None

    async def close(self) -> None:
        """Give up a fetch that is under way."""
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    def _fetch_once(self, credentials: Credentials) -> asyncio.Task[str]:
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch(credentials))
        return self._fetching

    async def _fetch(self, credentials: Credentials) -> str:
        form = {
            "grant_type": "client_credentials",
            "client_id": credentials.app_id,
            "client_secret": credentials.secret,
            "scope": credentials.scope,
        }
        asked_at = self._clock()
        try:
            async with self._session.post(
                credentials.url, data=form, timeout=TIME_LIMIT, allow_redirects=False
            ) as response:
                if response.status != 200:
                    raise NoTokenError(f"status_{response.status}")
                answer = await response.json(content_type=None)
            token, lifetime = str(answer["access_token"]), float(answer["expires_in"])
        except (aiohttp.ClientError, TimeoutError, ValueError, TypeError, KeyError) as error:
            raise NoTokenError(type(error).__name__) from None
        self._token, self._ends_at = token, asked_at + lifetime
        return token
