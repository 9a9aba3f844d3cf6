"""The dead man's handle: an address outside that notices when we fall silent."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import aiohttp
import structlog

log = structlog.get_logger(__name__)

EVERY = timedelta(seconds=60)
PATIENCE = aiohttp.ClientTimeout(total=5)


class Heartbeat:
    """Asks an address outside once a minute, for as long as the watchdog is well.

    It is told nothing, and its answer is not read. Whoever watches it raises the alarm where it
    is not asked any more: the machine is off, the database away, or an urgent step late.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self._asked_at: datetime | None = None
        self._asking: asyncio.Task[None] | None = None

    def beat(self, now: datetime) -> None:
        """Ask, unless that was done within the last minute or is under way; waits for nothing."""
        if self._asked_at is not None and now - self._asked_at < EVERY:
            return
        if self._asking is None or self._asking.done():
            self._asked_at = now
            self._asking = asyncio.create_task(self._ask())

    async def done(self) -> None:
        """Wait for what is under way."""
        if self._asking is not None:
            await self._asking

    async def _ask(self) -> None:
        try:
            asked = self._session.get(self._url, timeout=PATIENCE, allow_redirects=False)
            async with asked as answer:
                if answer.ok:
                    return
                log.warning("heartbeat_refused", status=answer.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("heartbeat_failed", error=type(error).__name__)
