"""Open a cycle: write what was planned; its cards go out on their days (HER-01, HER-02, SEF-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.audits.audit import NewAudit, Seat
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.frameworks.cycles import card_day
from domain.refs import Ref
from domain.trail import Deed
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.cycles.beginning import begin
from usecases.cycles.planning import Plan
from usecases.ports import UnitOfWork


async def open_cycle(uow: UnitOfWork, council: Council, plan: Plan, now: datetime) -> int:
    """Write the cycle and queue what is due of it; gives the cycle's id. The caller commits.

    Of a great many audits the first cards are queued, and a tick goes on with the rest.
    """
    early = local_day(now) < card_day(plan.cycle.opens_on, council.calendar)
    audits = tuple(_held(audit) if early else audit for audit in plan.audits)
    await uow.cases.put(plan.beside)
    cycle_id = await uow.audits.open_cycle(plan.cycle, audits, now)
    cycle = None if cycle_id is None else await uow.audits.cycle(cycle_id)
    if cycle is None:
        raise Fault("Somebody else has just opened this cycle, so nothing was opened again.")
    about = Ref("cycle", str(cycle.id))
    await uow.trail.record(
        about,
        "open_cycle",
        actor=plan.cycle.opened_by,
        now=now,
        details={"version": 1, "seed": plan.cycle.seed, "audits": len(plan.audits)},
    )
    seats = [seat for _, of_one in await uow.audits.of_cycle(cycle.id) for seat in of_one]
    deeds = [_allocated(seat) for seat in seats]
    await uow.trail.record_all(deeds, actor=plan.cycle.opened_by, now=now)
    await begin(uow, council, cycle, now)
    await tell_coordinators(uow, council, "cycle_opened", about, now, once="opened")
    if plan.vacant:
        await tell_coordinators(uow, council, "audits_unallocated", about, now, once="opened")
    return cycle.id


def _allocated(seat: Seat) -> Deed:
    return Deed(
        subject=Ref("seat", str(seat.id)),
        action="allocate_seat" if seat.holder else "leave_seat_vacant",
        details={"version": seat.version, "holder": seat.holder},
    )


def _held(audit: NewAudit) -> NewAudit:
    """Its seats keep their cards until the printed day."""
    return replace(audit, seats=tuple(replace(seat, held=True) for seat in audit.seats))
