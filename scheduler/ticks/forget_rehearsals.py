"""Forget what was tried out a day ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduler.tick import Tick
from usecases.council import Council
from usecases.ports import UnitOfWork

KEPT_FOR = timedelta(days=1)


async def _forget(uow: UnitOfWork, council: Council, now: datetime) -> int:
    del council
    return await uow.rehearsals.forget_before(now - KEPT_FOR)


TICK = Tick(name="forget_rehearsals", run=_forget, every=timedelta(hours=1))
