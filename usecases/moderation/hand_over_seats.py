"""Held seats get their card: the moderator's, once the evaluator is in and the day has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.audits.audit import AuditState, Seat, SeatState
from domain.calendar.working_days import local_day
from domain.faults import MovedOnFault
from domain.refs import Ref
from usecases.audits.allocating import offer
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.moderation.sending import SERVICE
from usecases.ports import UnitOfWork


async def hand_over_seats(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Offer every held seat whose time has come (SOM-06, E-71); gives how many."""
    moved = 0
    for seat in await uow.audits.held_seats():
        scene = await scene_of_audit(uow, council, seat.audit_id)
        if scene is None or not _is_time(scene, seat, local_day(now)):
            continue
        try:
            await _offer(uow, council, seat, now)
        except MovedOnFault:  # another replica has just handed it over
            continue
        moved += 1
    return moved


def _is_time(scene: Scene, seat: Seat, today: date) -> bool:
    """From the first day on when what it waits for is in, from the last day on in any case."""
    rule = scene.rule(seat)
    if scene.audit.state in {AuditState.CANCELLED, AuditState.FINAL}:
        return False
    if rule.hand_over is None:  # an auditor's card that waits for the cycle's printed day
        return False
    opened = scene.cycle.opens_on
    if today >= opened + timedelta(days=rule.hand_over.by_day):
        return True
    waits_for = [other for other in scene.seats if other.role in rule.after]
    all_in = all(other.state is SeatState.SUBMITTED for other in waits_for)
    return all_in and today >= opened + timedelta(days=rule.hand_over.from_day)


async def _offer(uow: UnitOfWork, council: Council, seat: Seat, now: datetime) -> None:
    saved = await uow.audits.save_seat(replace(seat, state=SeatState.OFFERED, since=now))
    await uow.trail.record(
        Ref("seat", str(seat.id)),
        "hand_over_seat",
        actor=SERVICE,
        now=now,
        details={"version": saved.version, "holder": saved.holder},
    )
    await offer(uow, council, saved, now)
