"""The cards that stand in people's chats."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from domain.delivery.message import Delivery
from domain.refs import Ref
from storage.repositories.base import Repository
from storage.tables import deliveries

_DELIVERY = select(deliveries).where(deliveries.c.id == bindparam("delivery_id"))
_DELIVERIES = select(deliveries).where(deliveries.c.id.in_(bindparam("ids", expanding=True)))
_STANDS_AT = select(deliveries).where(
    deliveries.c.conversation_id == bindparam("conversation_id"),
    deliveries.c.activity_id == bindparam("activity_id"),
)


class SqlDeliveries(Repository):
    """The part of the port ``Outbox`` about cards that were sent."""

    async def delivery(self, delivery_id: int) -> Delivery | None:
        """One sent card."""
        row = await self._one(_DELIVERY, delivery_id=delivery_id)
        return Delivery(**row) if row else None

    async def deliveries(self, ids: Collection[int]) -> dict[int, Delivery]:
        """Several sent cards, by their numbers."""
        rows = await self._all(_DELIVERIES, ids=sorted(ids)) if ids else ()
        return {row["id"]: Delivery(**row) for row in rows}

    async def delivered(self, conversation_id: str, activity_id: str) -> Delivery | None:
        """The sent card that an activity id of a conversation stands for."""
        row = await self._one(_STANDS_AT, conversation_id=conversation_id, activity_id=activity_id)
        return Delivery(**row) if row else None

    async def latest(self, person_id: str, kinds: Sequence[str]) -> Delivery | None:
        """The newest card of some kinds in a person's chat."""
        found = select(deliveries).where(
            deliveries.c.recipient == person_id, deliveries.c.kind.in_(kinds)
        )
        newest = found.order_by(deliveries.c.sent_at.desc(), deliveries.c.id.desc()).limit(1)
        row = await self._one(newest)
        return Delivery(**row) if row else None

    async def _stands(
        self, card: tuple[str, Ref, str], conversation_id: str, activity_id: str, now: datetime
    ) -> None:
        """Keep that a card (kind, subject, recipient) stands in a chat, if that is news."""
        kind, subject, recipient = card
        row = self._insert(deliveries).values(
            kind=kind,
            subject=subject,
            recipient=recipient,
            conversation_id=conversation_id,
            activity_id=activity_id,
            sent_at=now,
        )
        await self._connection.execute(row.on_conflict_do_nothing())
