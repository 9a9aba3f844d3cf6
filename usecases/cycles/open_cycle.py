"""Open a cycle: write what was planned and tell everybody concerned (HER-01, HER-02, SEF-01)."""

from __future__ import annotations

from datetime import datetime

from domain.audits.audit import Audit, Seat
from domain.faults import Fault
from domain.people.on_record import on_record
from domain.refs import Ref
from usecases.audits.allocating import offer
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.cycles.planning import Plan
from usecases.ports import UnitOfWork
from usecases.showing import tell


async def open_cycle(uow: UnitOfWork, council: Council, plan: Plan, now: datetime) -> int:
    """Write the cycle and queue its cards; gives the cycle's id. The caller commits."""
    cycle_id = await uow.audits.open_cycle(plan.cycle, plan.audits, now)
    if cycle_id is None:
        raise Fault("Somebody else has just opened this cycle, so nothing was opened again.")
    about = Ref("cycle", str(cycle_id))
    await uow.trail.record(
        about,
        "open_cycle",
        actor=plan.cycle.opened_by,
        now=now,
        details={"version": 1, "seed": plan.cycle.seed, "audits": len(plan.audits)},
    )
    for audit, seats in await uow.audits.of_cycle(cycle_id):
        for seat in seats:
            await _allocated(uow, council, plan, seat, now)
        await _tell(uow, plan, audit, seats, now)
    await tell_coordinators(uow, council, "cycle_opened", about, now, once="opened")
    if plan.vacant:
        await tell_coordinators(uow, council, "audits_unallocated", about, now, once="opened")
    return cycle_id


async def _allocated(
    uow: UnitOfWork, council: Council, plan: Plan, seat: Seat, now: datetime
) -> None:
    await uow.trail.record(
        Ref("seat", str(seat.id)),
        "allocate_seat" if seat.holder else "leave_seat_vacant",
        actor=plan.cycle.opened_by,
        now=now,
        details={"version": seat.version, "holder": seat.holder},
    )
    await offer(uow, council, seat, now)


async def _tell(
    uow: UnitOfWork, plan: Plan, audit: Audit, seats: list[Seat], now: datetime
) -> None:
    """Notices as the framework says, but none to somebody who audits the record anyway."""
    rule = plan.programme.notice
    case = await uow.cases.get(audit.case_ref)
    if rule is None or case is None:
        return
    auditors = {seat.holder for seat in seats}
    for person_id, relation in on_record(rule.to, case, plan.people).items():
        if person_id not in auditors:
            notice = await uow.notices.add(audit.id, person_id, relation)
            about = Ref("notice", str(notice))
            await tell(uow, "audit_notice", about, person_id, now=now, once="told")
