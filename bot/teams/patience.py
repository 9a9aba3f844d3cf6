"""A few quick tries for an answer that somebody is waiting for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.teams.outcomes import Outcome, Retry

PATIENCE = (0.5, 2.0)
"""Seconds before each further try; longer than their sum nobody waits for a line of chat."""


async def patiently(call: Callable[[], Awaitable[Outcome]], waits: Sequence[float]) -> Outcome:
    """Call until Teams does something other than send us away, or patience runs out."""
    outcome = await call()
    for seconds in waits:
        if not isinstance(outcome, Retry) or (outcome.after or 0) > max(waits):
            break
        await asyncio.sleep(max(seconds, outcome.after or 0))
        outcome = await call()
    return outcome
