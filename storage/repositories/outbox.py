"""The outbox: what must reach whom, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    Executable,
    RowMapping,
    Text,
    Update,
    and_,
    cast,
    func,
    literal,
    or_,
    select,
    update,
)

from domain.delivery.message import Delivery, Doubt, Lane, Message, MessageState, OutboxCounts
from domain.refs import Ref
from storage.repositories import claiming
from storage.repositories.deliveries import SqlDeliveries
from storage.tables import deliveries, outbox
from storage.tables.base import in_state

UNREACHABLE: Final = "unreachable"
CHANGED: Final = "changed_while_sending"

_MESSAGE = (
    "id",
    "kind",
    "subject",
    "recipient",
    "attempts",
    "lease_token",
    "doubt",
    "delivery_id",
    "repeat",
)


class SqlOutbox(SqlDeliveries):
    """Implements the port ``Outbox``."""

    queued = False

    async def send(  # noqa: PLR0913 - one row has that many columns to say
        self,
        kind: str,
        subject: Ref,
        to: str,
        *,
        now: datetime,
        lane: Lane = Lane.ORDINARY,
        doubt: Doubt = Doubt.SEND_ONCE_MORE,
        once: str = "",
    ) -> bool:
        """Queue a card for a person; False where it was queued before on the same occasion."""
        row = self._insert(outbox).values(
            dedup_key=f"{kind}|{subject}|{to}|{once}" if once else None,
            lane=lane,
            kind=kind,
            subject=subject,
            recipient=to,
            doubt=doubt,
            **_waiting(now),
        )
        unless_known = row.on_conflict_do_nothing(index_elements=["dedup_key"])
        return await self._queue(unless_known) == 1

    async def refresh(self, subject: Ref, *, now: datetime, but: int | None = None) -> int:
        """Queue an update of every sent copy about the subject; gives how many copies.

        A copy whose update waits already gets no second one. That row is written all the same,
        which keeps dispatchers from it until this transaction is over: they must not render what
        it is about to change. A new card that is being sent right now is marked: it is updated
        as soon as it stands.
        """
        await self._connection.execute(_being_sent(subject).values(error_class=CHANGED))
        row = _update_rows(now)
        copies = select(*row.values()).where(deliveries.c.subject == subject)
        if but is not None:
            copies = copies.where(deliveries.c.id != but)
        insert = self._insert(outbox).from_select(list(row), copies.order_by(deliveries.c.id))
        return await self._queue(
            insert.on_conflict_do_update(
                index_elements=["dedup_key"], set_={"changed_at": insert.excluded.changed_at}
            )
        )

    async def revive(self, recipient: str, *, since: datetime, now: datetime) -> int:
        """Queue again what found nobody to reach since then; gives how many."""
        given_up = update(outbox).where(
            outbox.c.recipient == recipient,
            in_state(outbox.c.state, MessageState.DEAD),
            outbox.c.error_class == UNREACHABLE,
            outbox.c.changed_at >= since,
        )
        again = {"state": MessageState.WAITING, "due_at": now, "changed_at": now, "attempts": 0}
        return await self._queue(given_up.values(**again))

    async def claim(self, *, now: datetime, lease: timedelta, limit: int) -> Sequence[Message]:
        """Take due rows, urgent ones first, for the time of the lease.

        Of one recipient at most one row that is not urgent is out at a time, the first one.
        """
        await self._connection.execute(claiming.EXPIRE, {"now": now})
        rows = await self._all(
            claiming.CLAIM, now=now, until=now + lease, token=uuid4().hex, most=limit
        )
        order = itemgetter("lane", "due_at", "id")
        return [_message(row) for row in sorted(rows, key=order)]

    async def sent(
        self, message: Message, *, conversation_id: str, activity_id: str, now: datetime
    ) -> bool:
        """Acknowledge with the lease's token; False where the lease was lost meanwhile.

        A new card becomes a delivery, unless Teams gave no id to find it by.
        """
        done = {**_NO_LEASE, "state": MessageState.SENT, "changed_at": now}
        row = await self._one(_leased(message).values(done).returning(outbox.c.error_class))
        if row is None:
            return False
        if message.delivery_id is None and activity_id:
            card = (message.kind, message.subject, message.recipient)
            await self._stands(card, conversation_id, activity_id, now)
            if row["error_class"] == CHANGED:
                await self.refresh(message.subject, now=now)
        return True

    async def again(self, message: Message, *, at: datetime, error: str) -> bool:
        """Put a row back to wait until ``at``: Teams did not take it."""
        return await self._fenced(
            message, {"state": MessageState.WAITING, "due_at": at, "error_class": error}
        )

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

    async def settle(self, *, now: datetime, older_than: timedelta) -> int:
        """Queue unknown ``SEND_ONCE_MORE`` rows again as repeats, each once; gives how many."""
        unanswered = update(outbox).where(
            in_state(outbox.c.state, MessageState.UNKNOWN),
            outbox.c.changed_at <= now - older_than,
            outbox.c.doubt == Doubt.SEND_ONCE_MORE,
            ~outbox.c.repeat,
        )
        again = {"state": MessageState.WAITING, "repeat": True, "due_at": now, "changed_at": now}
        return await self._count(unanswered.values(**again))

    async def confirm(
        self,
        kind: str,
        subject: Ref,
        recipient: str,
        *,
        conversation_id: str,
        activity_id: str,
        now: datetime,
    ) -> Delivery | None:
        """A press came from a card that was ``unknown``: so it was sent, and stands here.

        A repeat of it that still waits is not sent any more.
        """
        doubtful = or_(
            in_state(outbox.c.state, MessageState.UNKNOWN),
            and_(in_state(outbox.c.state, MessageState.WAITING), outbox.c.repeat),
        )
        same = select(outbox.c.id).filter_by(kind=kind, subject=subject, recipient=recipient)
        newest = same.where(doubtful, outbox.c.delivery_id.is_(None)).order_by(outbox.c.id.desc())
        was_sent = update(outbox).where(outbox.c.id == newest.limit(1).scalar_subquery(), doubtful)
        if not await self._count(was_sent.values(state=MessageState.SENT, changed_at=now)):
            return None
        await self._stands((kind, subject, recipient), conversation_id, activity_id, now)
        return await self.delivered(conversation_id, activity_id)

    async def counts(self, *, now: datetime) -> OutboxCounts:
        """Rows by state, and since when the oldest one that could go has been due."""
        by_state = select(outbox.c.state, func.count().label("rows")).group_by(outbox.c.state)
        rows = await self._all(by_state)
        oldest = select(func.min(outbox.c.due_at).label("due_at"))
        row = await self._one(
            oldest.where(in_state(outbox.c.state, MessageState.WAITING), outbox.c.due_at <= now)
        )
        return OutboxCounts(
            by_state={str(row["state"]): row["rows"] for row in rows},
            oldest_due=row["due_at"] if row else None,
        )

    async def _queue(self, statement: Executable) -> int:
        """Run a write that makes rows wait; gives how many."""
        rows = await self._count(statement)
        self.queued = self.queued or rows > 0
        return rows

    async def _fenced(self, message: Message, columns: dict[str, Any]) -> bool:
        """Write what became of a row, if the lease on it is still the message's."""
        return await self._count(_leased(message).values({**_NO_LEASE, **columns})) == 1


_NO_LEASE: Final[dict[str, Any]] = {"lease_until": None, "lease_token": None}


def _leased(message: Message) -> Update:
    return update(outbox).where(
        outbox.c.id == message.id,
        outbox.c.lease_token == message.lease_token,
        in_state(outbox.c.state, MessageState.SENDING),
    )


def _being_sent(subject: Ref) -> Update:
    """New cards about a subject that a dispatcher has in hand."""
    return update(outbox).where(
        outbox.c.subject == subject,
        in_state(outbox.c.state, MessageState.SENDING),
        outbox.c.delivery_id.is_(None),
    )


def _waiting(now: datetime) -> dict[str, Any]:
    return {
        "state": MessageState.WAITING,
        "queued_at": now,
        "changed_at": now,
        "due_at": now,
        "attempts": 0,
        "repeat": False,
    }


def _update_rows(now: datetime) -> dict[str, ColumnElement[Any]]:
    """The columns of an outbox row that updates a sent card, to be selected from the cards."""
    fixed = {"lane": Lane.ORDINARY, "doubt": Doubt.SEND_AGAIN, **_waiting(now)}
    card = deliveries.c
    return {
        "dedup_key": literal("update|") + cast(card.id, Text),
        "kind": card.kind,
        "subject": card.subject,
        "recipient": card.recipient,
        "delivery_id": card.id,
        **{name: literal(value, outbox.c[name].type) for name, value in fixed.items()},
    }


def _message(row: RowMapping) -> Message:
    columns = {name: row[name] for name in _MESSAGE}
    return Message(lane=Lane(row["lane"]), **columns)
