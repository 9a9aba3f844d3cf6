"""Audits that an event calls for, where the list of records has shown it (SOM-33)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from domain.audits.audit import Cycle
from domain.audits.seeds import seed_from
from domain.calendar.working_days import local_day
from domain.cases.happening import Happening, called_for
from domain.cases.noticing import CaseEvent
from domain.faults import Fault
from domain.frameworks.programme import Programme
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, plan_cycle
from usecases.ports import UnitOfWork

SAME = timedelta(days=56)
"""Somebody's report and a later list within these days mean the same event (no document says)."""


async def open_after_events(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Open what noticed events call for; gives how many audits. Safe to repeat.

    What somebody has reported already is not opened again. The caller commits.
    """
    return sum([await _follow(uow, council, event, now) for event in await uow.cases.noticed()])


async def _follow(uow: UnitOfWork, council: Council, event: CaseEvent, now: datetime) -> int:
    happened = Happening(kind=event.kind, case_ref=event.case_ref, happened_on=event.noticed_on)
    programmes = called_for(council.framework, happened)
    opened = [await _open(uow, council, one, happened, now) for one in programmes]
    await uow.cases.event_done(event.id, now)
    return sum(opened)


async def _open(
    uow: UnitOfWork, council: Council, programme: Programme, happened: Happening, now: datetime
) -> bool:
    known = await uow.audits.cycles(programme.key)
    if any(_same(cycle, happened) for cycle in known):
        return False
    order = Order(
        programme=programme.key,
        opens_on=local_day(now),
        seed=seed_from(happened.occasion),
        opened_by="practice-loop",
        records=(happened.case_ref,),
        occasion=happened.occasion,
    )
    try:
        await open_cycle(uow, council, await plan_cycle(uow, council, order), now)
    except Fault:  # the record has closed, or another replica has just opened it
        return False
    return True


def _same(cycle: Cycle, happened: Happening) -> bool:
    """Whether the cycle was opened for this event, perhaps reported with another day."""
    kind, _, rest = cycle.occasion.partition("/")
    day, _, ref = rest.partition("/")
    if kind != happened.kind or ref != happened.case_ref:
        return False
    return abs(date.fromisoformat(day) - happened.happened_on) <= SAME
