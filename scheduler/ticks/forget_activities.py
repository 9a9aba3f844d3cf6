"""Drop the notes of activities that Teams will not repeat any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduler.tick import Tick
from usecases.council import Council
from usecases.ports import UnitOfWork

REPEATS_WITHIN = timedelta(days=1)


async def forget_activities(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Notes older than a day go; Teams repeats within minutes."""
    del council
    return await uow.inbox.forget_before(now - REPEATS_WITHIN)


TICK = Tick(name="forget_activities", run=forget_activities, every=timedelta(hours=1))
