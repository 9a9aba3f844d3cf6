"""Helpers: a cycle of a great many audits, and what has gone out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select

from domain.audits.audit import Cycle
from domain.cases.case import Case
from storage.tables import outbox
from storage.work import SqlUnitsOfWork
from tests.cast import CASES
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle


def records(count: int) -> list[Case]:
    """So many open records of one worker."""
    return [replace(CASES["C-23087"], ref=f"M-{number:04}") for number in range(count)]


async def opened(units: SqlUnitsOfWork, council: Council, count: int, now: datetime) -> int:
    """A cycle of so many audits is opened today, and nothing delivered; gives its id."""
    many = records(count)
    order = Order(
        programme=next(iter(council.framework.programmes)),
        opens_on=now.date(),
        seed=7,
        opened_by="cora",
        records=tuple(case.ref for case in many),
    )
    async with units() as uow:
        await uow.cases.put(many)
        plan = await plan_cycle(uow, council, order)
        cycle_id = await open_cycle(uow, council, plan, now)
        await uow.commit()
    return cycle_id


async def cycle_of(units: SqlUnitsOfWork, cycle_id: int) -> Cycle:
    """The cycle as it is now."""
    async with units(reading=True) as uow:
        cycle = await uow.audits.cycle(cycle_id)
    assert cycle is not None
    return cycle


async def queued(units: SqlUnitsOfWork, kind: str) -> int:
    """How many cards of a kind were queued."""
    async with units(reading=True) as uow:
        found = select(func.count()).where(outbox.c.kind == kind)
        number: int = (await uow.connection.execute(found)).scalar_one()
    return number
