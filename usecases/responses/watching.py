"""The watchdog: is any urgent step late?"""

from __future__ import annotations

from datetime import datetime, timedelta

from usecases.ports import UnitOfWork

LATE_AFTER = timedelta(seconds=60)


async def overdue_steps(uow: UnitOfWork, now: datetime) -> int:
    """How many steps and urgent cards should have gone out a minute ago, and have not."""
    return await uow.responses.overdue(now - LATE_AFTER)
