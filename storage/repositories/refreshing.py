"""Updates of the cards that stand in chats: at most one waits for each, and shows the newest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    Text,
    Update,
    and_,
    bindparam,
    case,
    cast,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.dialects import postgresql

from domain.delivery.message import Doubt, Lane, Message, MessageState
from domain.refs import Ref
from storage.repositories.base import in_both
from storage.repositories.deliveries import SqlDeliveries
from storage.tables import deliveries, outbox
from storage.tables.base import in_state
from storage.types import Moment

CHANGED = "changed_while_sending"
_KEY = "update|"


class SqlRefreshing(SqlDeliveries):
    """The part of the port ``Outbox`` that makes sent cards show what is so now."""

    queued = False

    async def refresh(
        self, *subjects: Ref, now: datetime, but: int | None = None, shown: int | None = None
    ) -> int:
        """Queue an update of every sent copy about the subjects; gives how many copies.

        ``shown`` is a copy about the first of them. A copy whose update waits already gets no
        second one. That row is written all the same, which keeps dispatchers from it until this
        transaction is over: they must not render what it is about to change. A new card that is
        being sent right now is marked: it is updated as soon as it stands.
        """
        if not subjects:
            return 0
        await self._connection.execute(_MARK_SENDING, {"subjects": subjects})
        if but is not None:
            await self._connection.execute(_SHOWN_ALL_BUT, {"key": update_of(but), "at": now})
        return await self._queue(
            self._here(_UPDATE_COPIES),
            subjects=subjects,
            about=subjects[0],
            now=now,
            but=but,
            shown=shown,
        )

    async def _superseded(self, message: Message) -> bool:
        """Whether a newer update of the same card waits, which will show what this one would."""
        newer = select(outbox.c.id).where(
            outbox.c.recipient == message.recipient,
            outbox.c.delivery_id == message.delivery_id,
            in_state(outbox.c.state, MessageState.WAITING),
            outbox.c.id > message.id,
        )
        return await self._one(newer.limit(1)) is not None

    async def _queue(self, statement: Executable, **bound: Any) -> int:
        """Run a write that makes rows wait; gives how many."""
        rows = await self._count(statement, **bound)
        self.queued = self.queued or rows > 0
        return rows


def update_of(delivery_id: int) -> str:
    """The key of the one update of a card that may wait."""
    return f"{_KEY}{delivery_id}"


def waiting_from(now: Any) -> dict[str, Any]:
    """The columns of a row that waits from that moment on, as if it were new."""
    return {
        "state": MessageState.WAITING,
        "queued_at": now,
        "changed_at": now,
        "due_at": now,
        "attempts": 0,
        "repeat": False,
    }


def _mark_sending() -> Update:
    """Mark the new cards about subjects that a dispatcher has in hand.

    Locked in the order in which dispatchers acknowledge several: nobody waits in a circle.
    """
    held = (
        select(outbox.c.id)
        .where(
            outbox.c.subject.in_(bindparam("subjects", expanding=True)),
            in_state(outbox.c.state, MessageState.SENDING),
            outbox.c.delivery_id.is_(None),
        )
        .order_by(outbox.c.id)
        .with_for_update()
        .cte("in_hand")
    )
    marked = update(outbox).where(outbox.c.id.in_(select(held.c.id)))
    return marked.values(error_class=CHANGED)


def _update_copies(insert: Callable[[Table], postgresql.Insert]) -> postgresql.Insert:
    row, card = _update_rows(), deliveries.c
    copies = select(*row.values()).where(
        card.subject.in_(bindparam("subjects", expanding=True)),
        card.id.is_distinct_from(bindparam("but", type_=card.id.type)),
    )
    write = insert(outbox).from_select(list(row), copies.order_by(card.id))
    newest = {name: write.excluded[name] for name in ("changed_at", "shown_at")}
    return write.on_conflict_do_update(index_elements=["dedup_key"], set_=newest)


def _update_rows() -> dict[str, ColumnElement[Any]]:
    """The columns of an outbox row that updates a sent card, to be selected from the cards."""
    card, now = deliveries.c, bindparam("now", type_=Moment())
    fixed = {"lane": Lane.ORDINARY, "doubt": Doubt.SEND_AGAIN, **waiting_from(now)}
    pressed = and_(
        card.id == bindparam("shown", type_=card.id.type),
        card.subject == bindparam("about", type_=card.subject.type),
    )
    return {
        "dedup_key": literal(_KEY) + cast(card.id, Text),
        "kind": card.kind,
        "subject": card.subject,
        "recipient": card.recipient,
        "delivery_id": card.id,
        "shown_at": case((pressed, now), else_=cast(null(), outbox.c.shown_at.type)),
        **{
            name: value if value is now else literal(value, outbox.c[name].type)
            for name, value in fixed.items()
        },
    }


_MARK_SENDING: Final = _mark_sending()
_UPDATE_COPIES: Final = in_both(_update_copies)
_SHOWN_ALL_BUT: Final = (
    update(outbox)
    .where(outbox.c.dedup_key == bindparam("key"))
    .values(shown_at=bindparam("at", type_=Moment()))
)
