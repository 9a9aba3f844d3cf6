"""Puts files where Teams says that somebody wants them, over the client that everything shares."""

from __future__ import annotations

from io import BytesIO

import aiohttp
import structlog
from yarl import URL

from bot.teams.hosts import ServiceHosts
from domain.faults import Fault

log = structlog.get_logger(__name__)

LARGEST = 5 * 1024 * 1024
TIME_LIMIT = 8.0
"""Teams gives up on an answer after some fifteen seconds, and asks again."""
THERE = frozenset({200, 201})


class ForeignPlaceFault(Fault):
    """I may not put files there, so I have sent none. Please ask for it again in Teams itself."""


class LargeUploadFault(Fault):
    """That file is larger than 5 MB, so I have not sent it. Please ask whoever runs the service."""


class LostUploadFault(Fault):
    """I could not put that file into your OneDrive, so it is not there. Please ask for it again."""


class Uploads:
    """Puts a file's bytes to an address that came from outside.

    The address itself takes the file, so the bot's token is never sent along. It must be one of
    ``hosts``, nothing is followed to another address, and no word of the answer is read.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        hosts: ServiceHosts,
        *,
        time_limit: float = TIME_LIMIT,
        largest: int = LARGEST,
    ) -> None:
        """``time_limit`` in seconds for the whole file, ``largest`` in bytes."""
        self._session = session
        self._hosts = hosts
        self._time_limit = aiohttp.ClientTimeout(total=time_limit)
        self._largest = largest

    def must_allow(self, *urls: str) -> None:
        """Raises ForeignPlaceFault where one of them leads elsewhere."""
        if not all(self._hosts.allows(url) for url in urls):
            log.warning("upload_host_not_allowed")
            raise ForeignPlaceFault

    async def put(self, url: str, data: bytes) -> None:
        """Send it whole; raises ForeignPlaceFault, LargeUploadFault or LostUploadFault."""
        self.must_allow(url)
        if len(data) > self._largest:
            raise LargeUploadFault
        try:
            status = await self._send(url, data)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("upload_lost", error=type(error).__name__)
            # `from None`: the error of the library would show the address, which lets others write
            raise LostUploadFault from None
        if status not in THERE:
            log.warning("upload_refused", status=status)
            raise LostUploadFault

    async def _send(self, url: str, data: bytes) -> int:
        size = len(data)
        async with self._session.put(
            URL(url, encoded=True),  # it is signed: not a sign of it may be written otherwise
            data=BytesIO(data),
            allow_redirects=False,
            timeout=self._time_limit,
            headers={
                "Content-Type": "application/octet-stream",
                "Content-Length": str(size),
                "Content-Range": f"bytes 0-{size - 1}/{size}",
            },
        ) as response:
            return response.status
