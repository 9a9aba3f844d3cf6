"""The statements with which dispatchers share the outbox among themselves.

PostgreSQL skips rows that another dispatcher has just locked; on SQLite one writing transaction
runs at a time, and it knows no such clause.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Update,
    and_,
    bindparam,
    case,
    literal,
    or_,
    select,
    tuple_,
    update,
)

from domain.delivery.message import Delivery, Doubt, Lane, MessageState, Way
from storage.repositories.addresses import ADDRESS, address_of
from storage.tables import addresses, deliveries, outbox
from storage.tables.base import in_state
from storage.types import Moment

LEASE_EXPIRED: Final = "lease_expired"

_NOW: Final = bindparam("now", type_=Moment())

_CARD: Final = tuple(deliveries.columns)
_CARD_NAMES: Final = tuple(deliveries.columns.keys())
_IS_UPDATE = outbox.c.delivery_id.is_not(None)
_SEND_AGAIN = outbox.c.doubt == Doubt.SEND_AGAIN


def _state(state: MessageState) -> ColumnElement[MessageState]:
    return literal(state, outbox.c.state.type)


def in_doubt(now: datetime | ColumnElement[datetime], error: str) -> dict[str, Any]:
    """The columns of a row of which nobody can tell whether Teams took it.

    An update is simply made again: it changes nothing where it was made. A new card goes again
    as a repeat where its kind errs on that side, and else is ``unknown``.
    """
    return {
        "state": case(
            (or_(_IS_UPDATE, _SEND_AGAIN), _state(MessageState.WAITING)),
            else_=_state(MessageState.UNKNOWN),
        ),
        "repeat": or_(outbox.c.repeat, and_(~_IS_UPDATE, _SEND_AGAIN)),
        "due_at": now,
        "changed_at": now,
        "lease_until": None,
        "lease_token": None,
        "error_class": error,
    }


def _expire() -> Update:
    held = select(outbox.c.id).where(
        in_state(outbox.c.state, MessageState.SENDING), outbox.c.lease_until <= _NOW
    )
    rows = held.with_for_update(skip_locked=True).cte("expired")
    taken_back = update(outbox).where(outbox.c.id.in_(select(rows.c.id)))
    return taken_back.values(**in_doubt(_NOW, LEASE_EXPIRED))


def _claim() -> Update:
    rows = _due().with_for_update(skip_locked=True).cte("due")
    return (
        update(outbox)
        .where(outbox.c.id.in_(select(rows.c.id)))
        .values(
            state=MessageState.SENDING,
            lease_until=bindparam("until", type_=Moment()),
            lease_token=bindparam("token"),
            error_class=None,  # that of an earlier try
            attempts=outbox.c.attempts + 1,
            changed_at=_NOW,
            # what changes from now on may miss this update: the next refresh queues another one
            dedup_key=case((_IS_UPDATE, None), else_=outbox.c.dedup_key),
        )
        .returning(outbox)
    )


def _due() -> Select[Any]:
    ready = select(outbox.c.id).where(
        in_state(outbox.c.state, MessageState.WAITING),
        outbox.c.due_at <= _NOW,
        outbox.c.lane <= bindparam("upto"),
        or_(outbox.c.lane == Lane.URGENT, ~_someone_before()),
    )
    return ready.order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id).limit(bindparam("most"))


def _someone_before() -> ColumnElement[bool]:
    """Whether the recipient's chat is busy, or another row for it comes first.

    So the order within one chat holds whatever the number of dispatchers. An urgent row keeps
    nobody waiting unless it is being sent.
    """
    other = outbox.alias("other")
    first = and_(
        in_state(other.c.state, MessageState.WAITING),
        other.c.lane != Lane.URGENT,
        tuple_(other.c.lane, other.c.id) < tuple_(outbox.c.lane, outbox.c.id),
    )
    in_line = select(other.c.id).where(
        other.c.recipient == outbox.c.recipient,
        in_state(other.c.state, MessageState.WAITING, MessageState.SENDING),
        or_(in_state(other.c.state, MessageState.SENDING), first),
    )
    return in_line.exists()


def _ways() -> Select[Any]:
    other = outbox.alias("other")
    due = select(other.c.id).where(
        in_state(other.c.state, MessageState.WAITING), other.c.due_at <= _NOW
    )
    places = outbox.outerjoin(addresses, addresses.c.person_id == outbox.c.recipient).outerjoin(
        deliveries, deliveries.c.id == outbox.c.delivery_id
    )
    found = select(outbox.c.id, due.exists().label("more"), *ADDRESS, *_CARD).select_from(places)
    return found.where(outbox.c.id.in_(bindparam("ids", expanding=True)))


def way(row: Row[Any]) -> Way:
    """Where a message goes, out of a row of ``WAYS``."""
    values = row[2:]
    card = dict(zip(_CARD_NAMES, values[len(ADDRESS) :], strict=True))
    return Way(
        address=address_of(values[: len(ADDRESS)]),
        card=Delivery(**card) if card["id"] is not None else None,
    )


WAYS: Final = _ways()
"""Where the rows of these ``ids`` go, and whether others are due at ``now`` that still wait."""

EXPIRE: Final = _expire()
"""Take back what a dispatcher held longer than its lease; bound to ``now``."""

CLAIM: Final = _claim()
"""Lease ``most`` due rows of the lanes ``upto`` one to the holder of the ``token``.

Bound to ``now`` and to ``until`` when the lease holds.
"""
