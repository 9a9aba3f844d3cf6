"""What became of messages, written by whoever still has the lease on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Text, Update, bindparam, cast, select, update

from domain.delivery.message import Message, MessageState, Receipt
from storage.repositories import claiming
from storage.repositories.refreshing import CHANGED, SqlRefreshing, update_of
from storage.tables import deliveries, outbox
from storage.tables.base import in_state
from storage.types import Moment

SUPERSEDED: Final = "superseded"

_NO_LEASE: Final[dict[str, Any]] = {"lease_until": None, "lease_token": None}


class SqlAcknowledging(SqlRefreshing):
    """The part of the port ``Outbox`` that ends a lease."""

    async def lock(self, messages: Collection[Message]) -> None:
        """Have rows to oneself, before several are written one by one.

        In the order of their numbers, as everybody takes them who takes several: so nobody waits
        in a circle. SQLite has one writer at a time, and needs none of it.
        """
        rows = select(outbox.c.id).where(outbox.c.id.in_([message.id for message in messages]))
        await self._connection.execute(rows.order_by(outbox.c.id).with_for_update())

    async def sent(
        self, message: Message, *, conversation_id: str, activity_id: str, now: datetime
    ) -> bool:
        """Acknowledge with the lease's token; False where the lease was lost meanwhile."""
        receipt = Receipt(
            message=message, conversation_id=conversation_id, activity_id=activity_id, at=now
        )
        return bool(await self.all_sent([receipt]))

    async def all_sent(self, receipts: Sequence[Receipt]) -> set[int]:
        """Acknowledge several with their leases' tokens; gives the ids of those still leased.

        A new card becomes a delivery, unless Teams gave no id to find it by.
        """
        if not receipts:
            return set()
        ids = [each.message.id for each in receipts]
        leases = [f"{each.message.id} {each.message.lease_token}" for each in receipts]
        now = max(each.at for each in receipts)
        rows = await self._all(_ALL_SENT, ids=ids, leases=leases, now=now)
        errors = {row["id"]: row["error_class"] for row in rows}
        new = [
            each
            for each in receipts
            if each.message.id in errors and each.message.delivery_id is None and each.activity_id
        ]
        if new:
            await self._all_stand(new)
        changed = {each.message.subject for each in new if errors[each.message.id] == CHANGED}
        for subject in sorted(changed, key=str):
            await self.refresh(subject, now=now)
        return set(errors)

    async def again(
        self, message: Message, *, at: datetime, error: str, attempts: int | None = None
    ) -> bool:
        """Put a row back to wait until ``at``: Teams did not take it.

        ``attempts``: how many to count, where this one is not the message's fault. An update is
        dropped where a newer one of the same card waits: that one shows all that this one would.
        Else it is the card's waiting update again, and later changes queue no second one.
        """
        columns = {
            "state": MessageState.WAITING,
            "due_at": at,
            "error_class": error,
            "attempts": message.attempts if attempts is None else attempts,
        }
        if message.delivery_id is not None:
            if await self._superseded(message):
                return await self.dead(message, now=at, error=SUPERSEDED)
            columns["dedup_key"] = update_of(message.delivery_id)
        return await self._fenced(message, columns)

    async def unknown(self, message: Message, *, now: datetime, error: str) -> bool:
        """Teams may have taken it: wait for a press, or for ``settle``.

        An update, and a card that errs on the side of repeating, waits again from ``now``.
        """
        return await self._fenced(message, claiming.in_doubt(now, error))

    async def dead(self, message: Message, *, now: datetime, error: str) -> bool:
        """Give a row up for good; ``error`` is a key such as ``unreachable``."""
        return await self._fenced(
            message, {"state": MessageState.DEAD, "changed_at": now, "error_class": error}
        )

    async def _all_stand(self, receipts: Sequence[Receipt]) -> None:
        """Keep where new cards stand."""
        rows = [
            {
                "kind": each.message.kind,
                "subject": each.message.subject,
                "recipient": each.message.recipient,
                "conversation_id": each.conversation_id,
                "activity_id": each.activity_id,
                "sent_at": each.at,
            }
            for each in receipts
        ]
        await self._connection.execute(self._insert(deliveries).on_conflict_do_nothing(), rows)

    async def _fenced(self, message: Message, columns: dict[str, Any]) -> bool:
        """Write what became of a row, if the lease on it is still the message's."""
        return await self._count(_leased(message).values({**_NO_LEASE, **columns})) == 1


def _leased(message: Message) -> Update:
    return update(outbox).where(
        outbox.c.id == message.id,
        outbox.c.lease_token == message.lease_token,
        in_state(outbox.c.state, MessageState.SENDING),
    )


def _all_sent() -> Update:
    # each row with the token of its own; as pairs SQLite would look through the whole table
    lease = cast(outbox.c.id, Text) + " " + outbox.c.lease_token
    held = (
        select(outbox.c.id)
        .where(
            outbox.c.id.in_(bindparam("ids", expanding=True)),
            lease.in_(bindparam("leases", expanding=True)),
            in_state(outbox.c.state, MessageState.SENDING),
        )
        .order_by(outbox.c.id)
        .with_for_update()
        .cte("held")
    )
    return (
        update(outbox)
        .where(outbox.c.id.in_(select(held.c.id)))
        .values(
            state=MessageState.SENT,
            changed_at=bindparam("now", type_=Moment()),
            **_NO_LEASE,
        )
        .returning(outbox.c.id, outbox.c.error_class)
    )


_ALL_SENT: Final = _all_sent()
