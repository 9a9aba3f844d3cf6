"""Where nobody replied in time, the next step is offered and not taken (E-25, E-52)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.calendar.working_days import local_day
from domain.refs import Ref
from usecases.alerts.steps import ask_raiser, record
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.showing import tell

PREPARES = "alert_audit"  # the report's key in the profile (LEI-19)


async def offer_next_steps(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Ask whoever raised it, once a level; gives how many. The caller commits."""
    today = local_day(now)
    if not council.calendar.is_working(today):
        return 0
    late = await uow.alerts.unanswered(today)
    for alert in late:
        saved = await uow.alerts.save(replace(alert, offered_at=now))
        await record(uow, saved, "offer_next_step", now)
        await ask_raiser(uow, saved, now, once=f"offer {saved.level}")
        await uow.outbox.refresh(saved.ref, now=now)
    return len(late) + await _tell_of_count(uow, council, now)


async def _tell_of_count(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """In the report's months, the count of the half-year goes to whoever prepares it."""
    today, told = local_day(now), 0
    for report in council.framework.reports:
        cadence = report.cadence
        if report.key != PREPARES or cadence is None or today.month not in cadence.months:
            continue
        wanted = frozenset(report.prepared_by)
        for person in (await uow.people.all()).values():
            if person.holds(wanted) and person.here_on(today):
                about = Ref("person", person.id)
                once = f"{today:%Y-%m}"
                told += await tell(uow, "alert_count", about, person.id, now=now, once=once)
    return told
