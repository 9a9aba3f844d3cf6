"""What storage tests put in first: people, records, a cycle."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from domain.audits.audit import NewAudit, NewCycle, NewSeat, Seat
from domain.cases.case import Case
from domain.people.person import Person
from domain.refs import Ref
from storage.work import SqlUnitOfWork, SqlUnitsOfWork

NOW = datetime(2026, 10, 1, 9, 24, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DUE = date(2026, 10, 22)

ADA = Person(id="ada", name="Ada Lane", aad_object_id="aad-ada", roles=frozenset({"auditor"}))
BEN = Person(id="ben", name="Ben Ford", aad_object_id="aad-ben", line_manager="ada")
COT = Case(ref="C-1", team="North", worker="ben", cared_for=True, opened_on=date(2026, 1, 5))
DEN = Case(ref="C-2", team="South", open=False)

CYCLE = NewCycle(
    framework="herefordshire",
    programme="case_file_audit",
    opens_on=date(2026, 10, 1),
    due_on=DUE,
    seed=2**40,
    pool_size=2,
    opened_by="cora",
    theme="Permanence",
)
LEAD = NewSeat(role="lead", holder="ada", due_on=DUE, why="You hold no other seat.")
PEER = NewSeat(role="peer", holder=None, due_on=DUE, why="Nobody is free.")
AUDITS = (NewAudit(case_ref="C-2", seats=(LEAD, PEER)), NewAudit(case_ref="C-1", seats=(LEAD,)))
SEAT = Ref("seat", "1")


async def open_cycle(uow: SqlUnitOfWork) -> int:
    """Two audits: C-2 with a lead (Ada) and a vacant peer, C-1 with a lead (Ada)."""
    await uow.people.put([ADA, BEN])
    await uow.cases.put([COT, DEN])
    cycle_id = await uow.audits.open_cycle(CYCLE, AUDITS, NOW)
    assert cycle_id is not None
    return cycle_id


async def committed_seat(units: SqlUnitsOfWork) -> Seat:
    """The first lead's seat of a cycle that is written already."""
    async with units() as uow:
        cycle_id = await open_cycle(uow)
        _, seats = (await uow.audits.of_cycle(cycle_id))[0]
        await uow.commit()
    return seats[0]
