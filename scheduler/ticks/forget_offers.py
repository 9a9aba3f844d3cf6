"""Delete what is known of files that were offered in a chat."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.files.offer import KEPT_FOR
from scheduler.tick import Tick
from usecases.council import Council
from usecases.ports import UnitOfWork


async def forget_offers(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Offers older than a week go, with where their files were put; the trail stays."""
    del council
    return await uow.file_offers.forget_before(now - KEPT_FOR)


TICK = Tick(name="forget_offers", run=forget_offers, every=timedelta(hours=1))
