"""How many sends go on at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from domain.delivery.message import Lane


class Slots:
    """``total`` sends at once, of which ``kept`` can be taken by urgent messages only."""

    def __init__(self, total: int, kept: int) -> None:
        self._all = asyncio.Semaphore(total)
        self._ordinary = asyncio.Semaphore(total - kept)

    @asynccontextmanager
    async def hold(self, lane: Lane) -> AsyncIterator[None]:
        """Wait for a slot, and hold it."""
        async with AsyncExitStack() as held:
            if lane is not Lane.URGENT:
                await held.enter_async_context(self._ordinary)
            await held.enter_async_context(self._all)
            yield
