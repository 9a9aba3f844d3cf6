"""Whose turn it is: teams that were not looked at for as long as the framework allows (SOM-24)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.audits.audit import AuditState
from domain.audits.looked_at import stale
from domain.calendar.wording import say_list
from domain.calendar.working_days import add_months
from domain.frameworks.cycles import OnDemandCycle
from domain.frameworks.programme import Programme
from usecases.cycles.pools import pool_of
from usecases.ports import UnitOfWork

MOST = 12


async def turns_due(
    uow: UnitOfWork, programmes: Sequence[Programme], today: date
) -> tuple[str, ...]:
    """A sentence for each programme that has to come round again, the longest wait first."""
    found = [(one, await teams_due(uow, one, today)) for one in programmes]
    return tuple(
        f"{programme.title}, not within {_months(programme)} months: {say_list(due[:MOST])}."
        for programme, due in found
        if due
    )


async def teams_due(uow: UnitOfWork, programme: Programme, today: date) -> list[str]:
    """The teams whose turn has come, counted from the day on which their last one began."""
    months = _months(programme)
    if not months or programme.selection.subject != "team":
        return []
    last: dict[str, date] = {}
    for cycle in reversed(await uow.audits.cycles(programme.key)):
        for audit, _ in await uow.audits.of_cycle(cycle.id):
            if audit.state is not AuditState.CANCELLED:
                last[audit.case_ref] = cycle.opens_on
    pool = await pool_of(uow, programme, await uow.people.all(), today, drawn=True)
    return [pool[ref].team for ref in stale(last, list(pool), add_months(today, -months))]


def _months(programme: Programme) -> int:
    shape = programme.cycle
    return (shape.again_within_months or 0) if isinstance(shape, OnDemandCycle) else 0
