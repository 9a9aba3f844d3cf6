"""Somebody can be reached again, or cannot any more: the cards that name them are updated."""

from __future__ import annotations

from datetime import datetime

from domain.people.reach import OutOfReachWhy
from domain.refs import Ref
from usecases.ports import UnitOfWork


async def lose_reach(uow: UnitOfWork, person_id: str, why: str, now: datetime) -> None:
    """Nothing reaches the person any more: their duties go to whoever stands in from now on.

    The coordinators hear of it by the next tick, and who stands in by the day's digest.
    """
    if await uow.people.get(person_id) is None:
        return
    # who never had the app was named before anything was sent; a cycle may have many of them
    if await uow.reach.lose(person_id, why, now) and why != OutOfReachWhy.NOT_INSTALLED:
        await reach_changed(uow, person_id, now)


async def find_again(uow: UnitOfWork, person_id: str, now: datetime) -> None:
    """They have written, or have the app again: what is theirs is theirs."""
    if await uow.reach.find(person_id):
        await uow.outbox.refresh(Ref("reachability", "all"), now=now)
    await reach_changed(uow, person_id, now)


async def reach_changed(uow: UnitOfWork, person_id: str, now: datetime) -> None:
    """Update the coordinators' cards of every cycle in which the person has something to do.

    What cannot wait, and waits for them, is looked at again by the next tick.
    """
    await uow.responses.hasten(person_id, now)
    held = [seat for seat in await uow.audits.live_seats() if seat.holder == person_id]
    audits = [await uow.audits.get(seat.audit_id) for seat in held]
    for cycle in sorted({audit.cycle_id for audit in audits if audit}):
        await uow.outbox.refresh(Ref("cycle", str(cycle)), now=now)
