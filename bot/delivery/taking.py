"""Rows as a dispatcher takes them: with all that is known of where they go, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.limits import Spending
from bot.teams.connector import Chat
from domain.delivery.message import Address, Delivery, Lane, Message, Way
from usecases.ports import UnitsOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A message that is ours ``until`` then. ``card``: the sent one that it updates."""

    message: Message
    address: Address | None
    card: Delivery | None
    until: datetime

    @property
    def urgent(self) -> bool:
        """Whether it goes before all others."""
        return self.message.lane is Lane.URGENT

    def chat(self, address: Address) -> Chat:
        """Where it goes: an update to where the card stands."""
        where = self.card.conversation_id if self.card else address.conversation_id
        return Chat(service_url=address.service_url, conversation_id=where)

    def spending(self, address: Address) -> Spending:
        """What it costs of the budget; known before anything is drawn."""
        return Spending(
            tenant=address.tenant_id,
            conversation=self.chat(address).conversation_id,
            urgent=self.urgent,
            fresh=self.card is None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """How many rows at most, and of which lanes; ``late`` looks after ended leases as well."""

    most: int
    upto: Lane = Lane.BULK
    late: bool = True


@dataclass(frozen=True, slots=True)
class Load:
    """What was taken; ``more``: other rows were due, which had to stay."""

    taken: Sequence[Taken]
    more: bool = False


async def take(
    units: UnitsOfWork, want: Want, *, now: datetime, lease: timedelta, clock_now: datetime
) -> Load:
    """Claim due rows as of ``now``; the lease is counted from ``clock_now`` on for the holder."""
    async with units() as uow:
        messages = await uow.outbox.claim(
            now=now, lease=lease, limit=want.most, upto=want.upto, late=want.late
        )
        ways, more = await uow.outbox.ways(messages, now=now)
        await uow.commit()
    until = clock_now + lease
    return Load([_taken(each, ways.get(each.id, Way()), until) for each in messages], more)


def _taken(message: Message, way: Way, until: datetime) -> Taken:
    return Taken(message=message, address=way.address, card=way.card, until=until)
