"""Takes what is due out of the outbox and draws it, where no Teams is at the other end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from cards.card import Card
from domain.delivery.message import Message, Receipt, Way
from usecases.council import Council
from usecases.ports import UnitOfWork, UnitsOfWork
from usecases.showing import paint

LEASE = timedelta(minutes=5)
AT_ONCE = 100
MOOT, UNREACHABLE = "moot", "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message with its card, as it goes out. ``activity`` is where it stands in the chat.

    The card is None only where changes of cards that stand already were not to be drawn.
    """

    at: datetime
    message: Message
    card: Card | None
    chat: str
    activity: str

    @property
    def fresh(self) -> bool:
        """Whether it is a new card, and no change of one that stands already."""
        return self.message.delivery_id is None


class Post:
    """Does with waiting messages what the dispatcher does, without a network and its limits.

    ``changes`` False leaves changes of cards that stand already undrawn: for whoever draws a card
    when its reader comes to it.
    """

    def __init__(self, units: UnitsOfWork, council: Council, *, changes: bool = True) -> None:
        self._units = units
        self._council = council
        self._changes = changes
        self._ids = count(1)

    async def send_all(self, now: datetime) -> list[Sent]:
        """Everything that is due, in the order in which it goes."""
        sent: list[Sent] = []
        while True:
            some, more = await self._some(now)
            sent += some
            if not more:
                return sent

    async def _some(self, now: datetime) -> tuple[list[Sent], bool]:
        async with self._units() as uow:
            messages = await uow.outbox.claim(now=now, lease=LEASE, limit=AT_ONCE)
            if not messages:
                return [], False
            ways, _ = await uow.outbox.ways(messages, now=now)
            drawn = [await self._drawn(uow, each, ways[each.id], now) for each in messages]
            sent = [each for each in drawn if each]
            await uow.outbox.all_sent([_receipt(each) for each in sent])
            await uow.commit()
        return sent, True

    async def _drawn(
        self, uow: UnitOfWork, message: Message, way: Way, now: datetime
    ) -> Sent | None:
        """The message with its card; None where nobody gets it, which is written down."""
        address = way.address
        if address is None or address.blocked is not None:
            await uow.outbox.dead(message, now=now, error=UNREACHABLE)
            return None
        late = way.card is not None and not self._changes
        gone = message.delivery_id is not None and way.card is None
        card = None if gone or late else await paint(uow, self._council, message, now)
        if card is None and not late:
            await uow.outbox.dead(message, now=now, error=MOOT)
            return None
        activity = way.card.activity_id if way.card else f"rehearsed-{next(self._ids)}"
        chat = way.card.conversation_id if way.card else address.conversation_id
        return Sent(at=now, message=message, card=card, chat=chat, activity=activity)


def _receipt(sent: Sent) -> Receipt:
    return Receipt(
        message=sent.message, conversation_id=sent.chat, activity_id=sent.activity, at=sent.at
    )
