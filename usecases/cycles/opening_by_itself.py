"""Cycles that open on their day without anybody's word (LEI-09, LEI-20, LEI-21)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from domain.audits.proposal import seed_of
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.cycles import opening_for, openings
from domain.frameworks.programme import Programme
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle
from usecases.ports import UnitOfWork

BEHIND = timedelta(days=14)
"""How late a cycle still opens, after an outage over its day."""


async def open_by_themselves(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Open what is due; gives how many. Each occasion is opened once. The caller commits."""
    today = local_day(now)
    return sum(
        [
            await _open(uow, council, programme, opens_on, now)
            for programme in council.framework.programmes.values()
            if programme.selection.by_itself
            if not programme.selection.follows
            for opens_on in openings(programme.cycle, today - BEHIND, today)
        ]
    )


async def _open(
    uow: UnitOfWork, council: Council, programme: Programme, opens_on: date, now: datetime
) -> bool:
    occasion = opening_for(programme.cycle, opens_on).isoformat()
    if any(known.occasion == occasion for known in await uow.audits.cycles(programme.key)):
        return False
    order = Order(
        programme=programme.key,
        opens_on=opens_on,
        seed=seed_of(council.framework.id, programme.key, occasion, 1),
        opened_by="practice-loop",
        occasion=occasion,
    )
    try:
        plan = await plan_cycle(uow, council, order)
        await open_cycle(uow, council, plan, now)
    except Fault:  # nothing to look at, or another replica has just opened it
        return False
    return True
