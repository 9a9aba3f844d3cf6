"""Somebody can be reached again, or cannot any more: the cards that name them are updated."""

from __future__ import annotations

from datetime import datetime

from domain.refs import Ref
from usecases.ports import UnitOfWork


async def reach_changed(uow: UnitOfWork, person_id: str, now: datetime) -> None:
    """Update the coordinators' cards of every cycle in which the person has something to do.

    What cannot wait, and waits for them, is looked at again by the next tick.
    """
    await uow.responses.hasten(person_id, now)
    held = [seat for seat in await uow.audits.live_seats() if seat.holder == person_id]
    audits = [await uow.audits.get(seat.audit_id) for seat in held]
    for cycle in sorted({audit.cycle_id for audit in audits if audit}):
        await uow.outbox.refresh(Ref("cycle", str(cycle)), now=now)
