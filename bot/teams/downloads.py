"""Downloads files that people drop into a chat, over the client that everything shares."""

from __future__ import annotations

import aiohttp

from bot.incoming import DroppedFile
from bot.teams.hosts import ServiceHosts
from domain.faults import Fault

FILE_CLOUD = frozenset({"sharepoint.com"})
LARGEST = 5 * 1024 * 1024
TIME_LIMIT = 20.0
CHUNK = 64 * 1024


class ForeignFileFault(Fault):
    """I may not fetch files from there, so I have not opened it. Please attach it from OneDrive."""


class LargeFileFault(Fault):
    """That file is larger than 5 MB, so I have not read it. Please drop a shorter list."""


class LostFileFault(Fault):
    """I could not fetch that file, so nothing was changed. Please drop it here once more."""


class Downloads:
    """Fetches a file's bytes.

    The address itself opens the file, so the bot's token is never sent along. Nothing is followed
    to another address, and nothing is read beyond the largest size.
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

    async def fetch(self, file: DroppedFile) -> bytes:
        """The file; raises ForeignFileFault, LargeFileFault or LostFileFault."""
        if not self._hosts.allows(file.url):
            raise ForeignFileFault
        try:
            return await self._read(file.url)
        except (aiohttp.ClientError, TimeoutError, ValueError):
            # `from None`: the error of the library would show the address
            raise LostFileFault from None

    async def _read(self, url: str) -> bytes:
        async with self._session.get(
            url,
            allow_redirects=False,
            timeout=self._time_limit,
            headers={"Accept-Encoding": "identity"},
        ) as response:
            if response.status != 200:
                raise LostFileFault
            found = bytearray()
            async for chunk in response.content.iter_chunked(CHUNK):
                found += chunk
                if len(found) > self._largest:
                    raise LargeFileFault
        return bytes(found)
