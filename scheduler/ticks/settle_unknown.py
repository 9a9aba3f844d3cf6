"""Queue once more what Teams may not have taken and nobody pressed since."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduler.tick import Tick
from usecases.council import Council
from usecases.ports import UnitOfWork

WAIT_FOR_A_PRESS = timedelta(minutes=10)


async def settle_unknown(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Each unknown message goes again one time only, as a repeat."""
    del council
    return await uow.outbox.settle(now=now, older_than=WAIT_FOR_A_PRESS)


TICK = Tick(name="settle_unknown", run=settle_unknown)
