"""The outbox: what must reach whom, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Final
from uuid import uuid4

from sqlalchemy import (
    RowMapping,
    and_,
    func,
    or_,
    select,
    update,
)

from domain.delivery.message import (
    Delivery,
    Doubt,
    Lane,
    Letter,
    Message,
    MessageState,
    OutboxCounts,
    Way,
)
from domain.refs import Ref
from storage.repositories import claiming
from storage.repositories.acknowledging import SqlAcknowledging
from storage.repositories.dispatchers import SqlDispatchers
from storage.repositories.refreshing import waiting_from
from storage.tables import outbox
from storage.tables.base import in_state

UNREACHABLE: Final = "unreachable"

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
    "shown_at",
)


class SqlOutbox(SqlAcknowledging, SqlDispatchers):
    """Implements the port ``Outbox``."""

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
            **waiting_from(now),
        )
        unless_known = row.on_conflict_do_nothing(index_elements=["dedup_key"])
        return await self._queue(unless_known) == 1

    async def send_all(
        self, kind: str, letters: Sequence[Letter], *, now: datetime, lane: Lane, doubt: Doubt
    ) -> None:
        """Queue many cards of one kind; none that was queued before on the same occasion."""
        if not letters:
            return
        alike = {"lane": lane, "kind": kind, "doubt": doubt, **waiting_from(now)}
        rows = [
            {
                "dedup_key": f"{kind}|{one.about}|{one.to}|{one.once}",
                "subject": one.about,
                "recipient": one.to,
                **alike,
            }
            for one in letters
        ]
        unless_known = self._insert(outbox).on_conflict_do_nothing(index_elements=["dedup_key"])
        await self._connection.execute(unless_known, rows)
        self.queued = True

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

    async def give_way(self, kind: str, subject: Ref, to: str, *, once: str, now: datetime) -> int:
        """Drop what was queued of that and not sent, but for the occasion; gives how many.

        What found nobody to reach is not queued again when they come back.
        """
        stale = update(outbox).where(
            outbox.c.subject == subject,
            outbox.c.recipient == to,
            outbox.c.kind == kind,
            outbox.c.delivery_id.is_(None),
            or_(
                in_state(outbox.c.state, MessageState.WAITING),
                and_(
                    in_state(outbox.c.state, MessageState.DEAD),
                    outbox.c.error_class == UNREACHABLE,
                ),
            ),
            outbox.c.dedup_key != f"{kind}|{subject}|{to}|{once}",
        )
        dropped = {"state": MessageState.DEAD, "error_class": "moot", "changed_at": now}
        return await self._count(stale.values(**dropped))

    async def claim(
        self,
        *,
        now: datetime,
        lease: timedelta,
        limit: int,
        upto: Lane = Lane.BULK,
        late: bool = True,
    ) -> Sequence[Message]:
        """Take due rows, urgent ones first, for the time of the lease.

        Of one recipient at most one row that is not urgent is out at a time, the first one.
        """
        if late:
            await self._connection.execute(claiming.EXPIRE, {"now": now})
        rows = await self._all(
            claiming.CLAIM, now=now, until=now + lease, token=uuid4().hex, most=limit, upto=upto
        )
        order = itemgetter("lane", "due_at", "id")
        return [_message(row) for row in sorted(rows, key=order)]

    async def ways(
        self, messages: Collection[Message], *, now: datetime
    ) -> tuple[Mapping[int, Way], bool]:
        """Where messages go, by their ids; and whether other rows are due that still wait.

        Asked of no message it says that none waits.
        """
        if not messages:
            return {}, False
        bound = {"ids": [each.id for each in messages], "now": now}
        rows = (await self._connection.execute(claiming.WAYS, bound)).all()
        return {row[0]: claiming.way(row) for row in rows}, bool(rows and rows[0][1])

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


def _message(row: RowMapping) -> Message:
    columns = {name: row[name] for name in _MESSAGE}
    return Message(lane=Lane(row["lane"]), **columns)
