"""Delete the lists that were dropped into a chat and never applied."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.lists.dropped import KEPT_FOR
from scheduler.tick import Tick
from usecases.council import Council
from usecases.ports import UnitOfWork


async def forget_lists(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Lists older than a day go, with what is in them."""
    del council
    return await uow.lists.forget_before(now - KEPT_FOR)


TICK = Tick(name="forget_lists", run=forget_lists, every=timedelta(hours=1))
