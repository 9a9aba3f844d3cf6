"""What the database says of a year when it is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from domain.calendar.working_days import local_day
from domain.duties import DutyState
from domain.nudges.steps import StepKind
from domain.refs import Ref
from storage.tables import duties, nudges
from storage.work import SqlUnitOfWork
from year.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyReached:
    """A duty that somebody had."""

    kind: str
    about: Ref
    person: str
    day: date


async def count_duties(uow: SqlUnitOfWork, ledger: Ledger) -> None:
    """Duties by kind: done on time, done late, open."""
    columns = (duties.c.kind, duties.c.state, duties.c.closed_at, duties.c.due_at)
    for kind, state, closed_at, due_at in await uow.connection.execute(select(*columns)):
        if state is DutyState.OPEN:
            ledger.open[kind] += 1
        elif state is DutyState.DONE:
            (ledger.on_time if closed_at <= due_at else ledger.late)[kind] += 1


async def count_escalations(uow: SqlUnitOfWork) -> int:
    """Steps of which somebody above was told."""
    told = select(func.count()).where(nudges.c.kind != StepKind.REMIND)
    return int((await uow.connection.execute(told)).scalar_one())


async def duties_reached(uow: SqlUnitOfWork) -> list[DutyReached]:
    """Every duty of the year, oldest first."""
    columns = (duties.c.kind, duties.c.subject, duties.c.holder, duties.c.opened_at)
    rows = await uow.connection.execute(select(*columns).order_by(duties.c.id))
    return [
        DutyReached(kind=kind, about=subject, person=holder, day=local_day(opened_at))
        for kind, subject, holder, opened_at in rows
    ]
