"""Who cannot be reached, before anything is sent to them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.people.reach import OutOfReach, out_of_reach
from usecases.ports import UnitOfWork


async def who_cannot_be_reached(
    uow: UnitOfWork, now: datetime, *, among: Collection[str] | None = None
) -> list[OutOfReach]:
    """Everybody whom nothing reaches now, or those of ``among``; the busiest first.

    Reads only. Each says why, and how many open duties wait for them.
    """
    return out_of_reach(
        await uow.people.all(),
        await uow.addresses.all(),
        await uow.duties.counts(),
        local_day(now),
        among=among,
    )
