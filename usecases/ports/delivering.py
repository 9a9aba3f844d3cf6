"""The outbox, as use cases write it and as the dispatcher works it off."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.delivery.message import (
    Address,
    Delivery,
    Doubt,
    Lane,
    Letter,
    Message,
    OutboxCounts,
    Receipt,
    Way,
)
from domain.refs import Ref


class Outbox(Protocol):
    """Rows hold kind and ids; the card is rendered when it is sent."""

    @property
    def queued(self) -> bool:
        """Whether this unit of work made anything wait to be sent."""

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
        """Queue a card for a person; False where it was queued before.

        ``once`` names the occasion: the same (kind, subject, person, occasion) is queued
        one time only. Empty: queued each time.
        """

    async def send_all(
        self, kind: str, letters: Sequence[Letter], *, now: datetime, lane: Lane, doubt: Doubt
    ) -> None:
        """Queue many cards of one kind; none that was queued before on the same occasion."""

    async def refresh(
        self, *subjects: Ref, now: datetime, but: int | None = None, shown: int | None = None
    ) -> int:
        """Queue an update of every sent copy about the subjects; gives how many copies.

        ``but`` leaves one delivery out. ``shown`` is the one about the first subject whose
        button was pressed: the
        answer shows already what its update would, so a late update must not come over what
        is being typed.
        """

    async def revive(self, recipient: str, *, since: datetime, now: datetime) -> int:
        """Queue again what found nobody to reach since then; gives how many."""

    async def give_way(self, kind: str, subject: Ref, to: str, *, once: str, now: datetime) -> int:
        """Drop what was queued of that and not sent, but for the occasion; gives how many."""

    async def claim(
        self,
        *,
        now: datetime,
        lease: timedelta,
        limit: int,
        upto: Lane = Lane.BULK,
        late: bool = True,
    ) -> Sequence[Message]:
        """Take due rows, urgent ones first, for the time of the lease; no lane after ``upto``.

        A row whose lease ran out becomes ``unknown`` if it is a new card, and is claimed
        again if it is an update: looked for where ``late``.
        """

    async def ways(
        self, messages: Collection[Message], *, now: datetime
    ) -> tuple[Mapping[int, Way], bool]:
        """Where messages go, by their ids; and whether other rows are due that still wait.

        Asked of no message it says that none waits.
        """

    async def lock(self, messages: Collection[Message]) -> None:
        """Have rows to oneself, before several of them are written one by one."""

    async def sent(
        self, message: Message, *, conversation_id: str, activity_id: str, now: datetime
    ) -> bool:
        """Acknowledge with the lease's token; False where the lease was lost meanwhile.

        A new card becomes a delivery; an update keeps the delivery that it had.
        """

    async def all_sent(self, receipts: Sequence[Receipt]) -> set[int]:
        """Acknowledge several in one go; gives the ids of the rows whose lease held."""

    async def again(
        self, message: Message, *, at: datetime, error: str, attempts: int | None = None
    ) -> bool:
        """Put a row back to wait until ``at``; drop it where a newer update of the card waits.

        ``attempts``: how many to count, where this one was not the message's fault.
        """

    async def unknown(self, message: Message, *, now: datetime, error: str) -> bool:
        """Teams may have taken it: wait for a press, or for ``settle``."""

    async def dead(self, message: Message, *, now: datetime, error: str) -> bool:
        """Give a row up for good; ``error`` is a key such as ``unreachable``."""

    async def settle(self, *, now: datetime, older_than: timedelta) -> int:
        """Queue unknown ``SEND_ONCE_MORE`` rows again as repeats, each once; gives how many."""

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
        """A press came from a card that was ``unknown``: so it was sent, and stands here."""

    async def delivery(self, delivery_id: int) -> Delivery | None:
        """One sent card."""

    async def deliveries(self, ids: Collection[int]) -> dict[int, Delivery]:
        """Several sent cards, by their numbers."""

    async def delivered(self, conversation_id: str, activity_id: str) -> Delivery | None:
        """The sent card that an activity id of a conversation stands for."""

    async def latest(self, person_id: str, kinds: Sequence[str]) -> Delivery | None:
        """The newest card of some kinds in a person's chat."""

    async def counts(self, *, now: datetime) -> OutboxCounts:
        """For /metrics and /readyz."""

    async def at_work(self, name: str, *, now: datetime, within: timedelta) -> int:
        """Note that a dispatcher is at work; gives how many are, with those seen ``within``."""

    async def off_work(self, name: str) -> None:
        """Note that a dispatcher has stopped."""


class Addresses(Protocol):
    """Where people can be reached."""

    async def remember(self, address: Address, now: datetime) -> None:
        """Keep what Teams just told; clears a block."""

    async def of(self, person_id: str) -> Address | None:
        """A person's chat with the bot."""

    async def of_all(self, people: Collection[str]) -> dict[str, Address]:
        """Several people's chats, by person; without those who have none."""

    async def block(self, person_id: str, reason: str, now: datetime) -> None:
        """Keep that the person cannot be reached, and why."""

    async def all(self) -> dict[str, Address]:
        """Everybody known, by person."""

    async def greeted(self, aad_object_id: str, now: datetime) -> bool:
        """Note the welcome; True the first time only."""
