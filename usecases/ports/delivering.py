"""The outbox, as use cases write it and as the dispatcher works it off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.delivery.message import Address, Delivery, Doubt, Lane, Message, OutboxCounts
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

    async def refresh(self, subject: Ref, *, now: datetime, but: int | None = None) -> int:
        """Queue an update of every sent copy about the subject; gives how many copies.

        ``but`` leaves one delivery out.
        """

    async def revive(self, recipient: str, *, since: datetime, now: datetime) -> int:
        """Queue again what found nobody to reach since then; gives how many."""

    async def claim(self, *, now: datetime, lease: timedelta, limit: int) -> Sequence[Message]:
        """Take due rows, urgent ones first, for the time of the lease.

        A row whose lease ran out becomes ``unknown`` if it is a new card, and is claimed
        again if it is an update.
        """

    async def sent(
        self, message: Message, *, conversation_id: str, activity_id: str, now: datetime
    ) -> bool:
        """Acknowledge with the lease's token; False where the lease was lost meanwhile.

        A new card becomes a delivery; an update keeps the delivery that it had.
        """

    async def again(self, message: Message, *, at: datetime, error: str) -> bool:
        """Put a row back to wait until ``at``."""

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

    async def delivered(self, conversation_id: str, activity_id: str) -> Delivery | None:
        """The sent card that an activity id of a conversation stands for."""

    async def latest(self, person_id: str, kinds: Sequence[str]) -> Delivery | None:
        """The newest card of some kinds in a person's chat."""

    async def counts(self, *, now: datetime) -> OutboxCounts:
        """For /metrics and /readyz."""


class Addresses(Protocol):
    """Where people can be reached."""

    async def remember(self, address: Address, now: datetime) -> None:
        """Keep what Teams just told; clears a block."""

    async def of(self, person_id: str) -> Address | None:
        """A person's chat with the bot."""

    async def block(self, person_id: str, reason: str, now: datetime) -> None:
        """Keep that the person cannot be reached, and why."""

    async def all(self) -> dict[str, Address]:
        """Everybody known, by person."""

    async def greeted(self, aad_object_id: str, now: datetime) -> bool:
        """Note the welcome; True the first time only."""
