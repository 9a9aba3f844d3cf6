"""After a backup was restored: hold back what may have been sent since it was made.

The backup shows those cards as waiting, but Teams may have them already. They go only once an
operator has looked (reliability.md, F21), and say then that they may be repeats.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from domain.delivery.message import MessageState
from domain.refs import Ref
from storage.tables import outbox
from storage.tables.base import in_state
from storage.work import SqlUnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A card that waits for an operator."""

    id: int
    kind: str
    subject: Ref
    recipient: str
    queued_at: datetime


async def hold_gap(uow: SqlUnitOfWork, *, since: datetime, now: datetime) -> int:
    """Hold every new card queued since then that is not known as sent; gives how many.

    Updates of sent cards go on: made twice they change nothing. The caller commits.
    """
    in_gap = update(outbox).where(
        outbox.c.queued_at >= since,
        outbox.c.delivery_id.is_(None),
        in_state(outbox.c.state, MessageState.WAITING, MessageState.SENDING),
    )
    held = in_gap.values(
        state=MessageState.HELD, changed_at=now, lease_until=None, lease_token=None
    )
    return (await uow.connection.execute(held)).rowcount


async def held_back(uow: SqlUnitOfWork) -> list[Held]:
    """What waits for an operator, oldest first."""
    columns = (outbox.c.id, outbox.c.kind, outbox.c.subject, outbox.c.recipient, outbox.c.queued_at)
    found = (
        select(*columns).where(in_state(outbox.c.state, MessageState.HELD)).order_by(outbox.c.id)
    )
    rows = (await uow.connection.execute(found)).mappings()
    return [Held(**row) for row in rows]


async def release(uow: SqlUnitOfWork, *, now: datetime, ids: Collection[int] | None = None) -> int:
    """Let held cards go, as possible repeats: those given, or all; gives how many.

    The caller commits.
    """
    waiting = update(outbox).where(in_state(outbox.c.state, MessageState.HELD))
    if ids is not None:
        waiting = waiting.where(outbox.c.id.in_(sorted(ids)))
    go = waiting.values(state=MessageState.WAITING, repeat=True, due_at=now, changed_at=now)
    return (await uow.connection.execute(go)).rowcount
