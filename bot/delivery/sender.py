"""One drawn message, handed to Teams before its lease can end."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.delivery.means import Means
from bot.delivery.painting import Painted
from bot.delivery.taking import Taken
from bot.incoming import Json
from bot.teams.activities import card_message
from bot.teams.connector import Chat
from bot.teams.outcomes import Absence, Gone, Opened, Outcome, Retry, Unknown
from domain.delivery.message import Address

NO_TIME = "no_time_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A card ready to go. ``activity_id`` set: it takes the place of that one.

    ``until``: when the lease ends. ``reopened``: the chat is a new one, to be remembered.
    """

    address: Address
    chat: Chat
    body: Json
    until: datetime
    activity_id: str | None = None
    reopened: bool = False


class Sender:
    """Sends outside of any transaction, and begins nothing that the lease has no time for.

    A card of a chat that is not there costs up to three calls, each as long as the time limit:
    without a bound another replica could have the row before the last one is answered.
    """

    def __init__(self, means: Means) -> None:
        self._means = means
        self._one_call = timedelta(seconds=means.connector.time_limit)
        self._to_write = self._one_call / 5

    async def send(self, job: Job) -> tuple[Job, Outcome]:
        """Hand it over; a chat that is not there any more is opened anew, once."""
        try:
            async with asyncio.timeout(self._left(job).total_seconds()):
                return await self._send(job)
        except TimeoutError:  # cannot be told from a send whose answer was lost
            return job, Unknown(NO_TIME) if job.activity_id is None else Retry(NO_TIME)

    async def _send(self, job: Job) -> tuple[Job, Outcome]:
        connector = self._means.connector
        if job.activity_id is not None:
            return job, await connector.update(job.chat, job.activity_id, job.body)
        outcome = await connector.send(job.chat, job.body)
        if isinstance(outcome, Gone) and outcome.why is Absence.NOT_FOUND:
            return await self._reopen(job, outcome)
        return job, outcome

    async def _reopen(self, job: Job, gone: Gone) -> tuple[Job, Outcome]:
        if not self._has_time(job):
            return job, Retry(NO_TIME)
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
        job = replace(job, chat=chat, reopened=True)
        if not self._has_time(job):
            return job, Retry(NO_TIME)
        return job, await self._means.connector.send(chat, job.body)

    def _has_time(self, job: Job) -> bool:
        return self._left(job) >= self._one_call

    def _left(self, job: Job) -> timedelta:
        """For calls; what becomes of them must be written down within the lease as well."""
        return job.until - self._means.clock() - self._to_write


def job_of(taken: Taken, address: Address, painted: Painted) -> Job:
    """What is to be sent where; an update carries no notification."""
    summary = None if taken.card else painted.summary
    return Job(
        address=address,
        chat=taken.chat(address),
        body=card_message(painted.card, summary, painted.enclosure),
        until=taken.until,
        activity_id=taken.card.activity_id if taken.card else None,
    )
