"""One message: rendered as things are now, and handed to Teams."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.limits import Spending
from bot.delivery.means import Means
from bot.delivery.painting import Painted
from bot.incoming import Json
from bot.teams.activities import card_message
from bot.teams.connector import Chat
from bot.teams.outcomes import Absence, Gone, Opened, Outcome, Retry
from domain.delivery.message import Address, Delivery, Lane, Message
from usecases.ports import UnitOfWork

UNREACHABLE = "unreachable"  # such rows go again when the person can be reached again
MOOT = "moot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A card ready to go. ``activity_id`` set: it takes the place of that one."""

    address: Address
    chat: Chat
    body: Json
    urgent: bool
    activity_id: str | None = None
    reopened: bool = False

    @property
    def spending(self) -> Spending:
        """What it costs of the budget."""
        return Spending(
            tenant=self.address.tenant_id,
            conversation=self.chat.conversation_id,
            urgent=self.urgent,
            fresh=self.activity_id is None,
        )


@dataclass(frozen=True, slots=True)
class Pointless:
    """There is nothing to send, or nobody to send it to."""

    reason: str


class Sender:
    """Reads in one transaction, sends outside of any."""

    def __init__(self, means: Means) -> None:
        self._means = means

    async def prepare(self, message: Message, now: datetime) -> Job | Pointless:
        """Look up where to, and render what."""
        async with self._means.units(reading=True) as uow:
            address = await uow.addresses.of(message.recipient)
            if address is None or address.blocked is not None:
                return Pointless(UNREACHABLE)
            delivery = await _delivery(uow, message)
            if message.delivery_id is not None and delivery is None:
                return Pointless(MOOT)
            painted = await self._means.paint(uow, message, now)
        return Pointless(MOOT) if painted is None else _job(message, address, delivery, painted)

    async def send(self, job: Job) -> tuple[Job, Outcome]:
        """Hand it over; a chat that is not there any more is opened anew, once."""
        connector = self._means.connector
        if job.activity_id is not None:
            return job, await connector.update(job.chat, job.activity_id, job.body)
        outcome = await connector.send(job.chat, job.body)
        if isinstance(outcome, Gone) and outcome.why is Absence.NOT_FOUND:
            return await self._reopen(job, outcome)
        return job, outcome

    async def _reopen(self, job: Job, gone: Gone) -> tuple[Job, Outcome]:
        address = job.address
        opening = await self._means.connector.create_conversation(
            address.service_url,
            bot_id=address.bot_id,
            member_id=address.teams_user_id or address.aad_object_id,
            tenant_id=address.tenant_id,
        )
        if isinstance(opening, Retry):
            return job, opening
        if not isinstance(opening, Opened):
            return job, gone
        chat = replace(job.chat, conversation_id=opening.conversation_id)
        outcome = await self._means.connector.send(chat, job.body)
        return replace(job, chat=chat, reopened=True), outcome


async def _delivery(uow: UnitOfWork, message: Message) -> Delivery | None:
    if message.delivery_id is None:
        return None
    return await uow.outbox.delivery(message.delivery_id)


def _job(message: Message, address: Address, delivery: Delivery | None, painted: Painted) -> Job:
    where = delivery.conversation_id if delivery else address.conversation_id
    return Job(
        address=address,
        chat=Chat(service_url=address.service_url, conversation_id=where),
        body=card_message(painted.card, None if delivery else painted.summary),
        urgent=Lane.URGENT in (message.lane, painted.lane),
        activity_id=delivery.activity_id if delivery else None,
    )
