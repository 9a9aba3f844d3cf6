"""Cards that were kept back for a deep dive go out once its month is over (E-24)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.audits.audit import AuditState, Seat, SeatState
from domain.calendar.working_days import local
from domain.faults import MovedOnFault
from usecases.audits.allocating import offer, seat_ref
from usecases.audits.excusing import excuses_anybody, exempt_between
from usecases.audits.scene import scene_of_audit
from usecases.council import Council
from usecases.cycles.beginning import MORNING
from usecases.ports import UnitOfWork

BEHIND = timedelta(days=92)
"""How late a card still goes out, after an outage over its day."""


async def send_kept_cards(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Offer what waited for the end of an exemption; gives how many. Safe to repeat.

    On the first working day after it, from the morning on. The caller commits.
    """
    moment = local(now)
    today = moment.date()
    awake = council.calendar.is_working(today) and moment.time() >= MORNING
    if not (awake and excuses_anybody(council)):
        return 0
    over = await exempt_between(uow, council, today - BEHIND, today - timedelta(days=1))
    still = await exempt_between(uow, council, today, today)
    free = over.keys() - still.keys()
    held = [s for s in await uow.audits.held_seats() if s.holder in free] if free else []
    return sum([await _send(uow, council, seat, now) for seat in held])


async def _send(uow: UnitOfWork, council: Council, seat: Seat, now: datetime) -> bool:
    """Offer one seat, unless it waits for something else too; False where nothing was sent."""
    scene = await scene_of_audit(uow, council, seat.audit_id)
    if scene is None or seat.panel or scene.audit.state is not AuditState.OPEN:
        return False
    if not scene.cycle.offered(scene.audit.id) or scene.rule(seat).after:
        return False
    try:
        saved = await uow.audits.save_seat(replace(seat, state=SeatState.OFFERED, since=now))
    except MovedOnFault:  # another replica has just sent it
        return False
    await uow.trail.record(
        seat_ref(seat),
        "send_kept_card",
        actor="practice-loop",
        now=now,
        details={"version": saved.version, "holder": saved.holder},
    )
    await offer(uow, council, saved, now)
    return True
