"""What became of a message, written down: one short transaction each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.delivery.backoff import backoff
from bot.delivery.means import Means, Pace
from bot.delivery.sender import UNREACHABLE, Job
from bot.teams.outcomes import Absence, Gone, Outcome, Refused, Retry, Sent, Unknown
from domain.delivery.message import Doubt, Message, MessageState
from usecases.people.reach import reach_changed

log = structlog.get_logger(__name__)

NO_WAIT = timedelta(0)


class Ledger:
    """Every method gives the state that the row came to.

    An acknowledgement whose lease was lost changes nothing: another replica has the row.
    """

    def __init__(self, means: Means, pace: Pace) -> None:
        self._means = means
        self._pace = pace

    async def settle(
        self, message: Message, job: Job, outcome: Outcome, now: datetime
    ) -> MessageState:
        """Write down what Teams answered."""
        match outcome:
            case Sent():
                return await self._sent(message, job, outcome, now)
            case Retry():
                return await self.retry(message, outcome, now)
            case Unknown():
                return await self._doubt(message, outcome, now)
            case Gone():
                return await self._gone(message, job, outcome, now)
            case Refused():
                return await self.dead(message, outcome.reason, now)

    async def retry(self, message: Message, outcome: Retry, now: datetime) -> MessageState:
        """Later, unless it was tried often enough and Teams is not simply out of reach."""
        if outcome.counts and message.attempts >= self._pace.attempts:
            return await self.dead(message, outcome.reason, now)
        wait = backoff(message.attempts, outcome.after, self._means.chance)
        return await self.again(message, outcome.reason, now + wait)

    async def again(self, message: Message, reason: str, at: datetime) -> MessageState:
        """Back to wait until ``at``."""
        async with self._means.units() as uow:
            kept = await uow.outbox.again(message, at=at, error=reason)
            await uow.commit()
        return self._noted(message, MessageState.WAITING, reason, kept=kept)

    async def dead(self, message: Message, reason: str, now: datetime) -> MessageState:
        """Given up."""
        async with self._means.units() as uow:
            kept = await uow.outbox.dead(message, now=now, error=reason)
            await uow.commit()
        return self._noted(message, MessageState.DEAD, reason, kept=kept)

    async def unreachable(self, message: Message, now: datetime) -> MessageState:
        """Given up until they come; who came while the row was in hand gets it at once."""
        async with self._means.units() as uow:
            address = await uow.addresses.of(message.recipient)
            came = address is not None and address.blocked is None
            settle = (
                uow.outbox.again(message, at=now, error=UNREACHABLE)
                if came
                else uow.outbox.dead(message, now=now, error=UNREACHABLE)
            )
            kept = await settle
            await uow.commit()
        state = MessageState.WAITING if came else MessageState.DEAD
        return self._noted(message, state, UNREACHABLE, kept=kept)

    async def _sent(self, message: Message, job: Job, sent: Sent, now: datetime) -> MessageState:
        async with self._means.units() as uow:
            kept = await uow.outbox.sent(
                message,
                conversation_id=job.chat.conversation_id,
                activity_id=sent.activity_id,
                now=now,
            )
            if job.reopened:
                moved = replace(job.address, conversation_id=job.chat.conversation_id)
                await uow.addresses.remember(moved, now)
            await uow.commit()
        return self._noted(message, MessageState.SENT, "", kept=kept)

    async def _doubt(self, message: Message, unknown: Unknown, now: datetime) -> MessageState:
        """Nobody can tell whether Teams took it: each kind says which way to err.

        The outbox queues those that err on the side of repeating by itself; here only so late
        that Teams gets its breath back, and not for ever.
        """
        repeats = message.doubt is Doubt.SEND_AGAIN
        if repeats and message.attempts >= self._pace.attempts:
            return await self.dead(message, unknown.reason, now)
        wait = backoff(message.attempts, None, self._means.chance) if repeats else NO_WAIT
        async with self._means.units() as uow:
            kept = await uow.outbox.unknown(message, now=now + wait, error=unknown.reason)
            await uow.commit()
        state = MessageState.WAITING if repeats else MessageState.UNKNOWN
        return self._noted(message, state, unknown.reason, kept=kept)

    async def _gone(self, message: Message, job: Job, gone: Gone, now: datetime) -> MessageState:
        """Blocked, or not there: the person is out of reach, unless only a card was taken away."""
        if job.activity_id is not None and gone.why is Absence.NOT_FOUND:
            return await self.dead(message, gone.reason, now)
        async with self._means.units() as uow:
            await uow.addresses.block(message.recipient, gone.why, now)
            kept = await uow.outbox.dead(message, now=now, error=UNREACHABLE)
            await reach_changed(uow, message.recipient, now)
            await uow.commit()
        return self._noted(message, MessageState.DEAD, gone.reason, kept=kept)

    def _noted(
        self, message: Message, state: MessageState, reason: str, *, kept: bool
    ) -> MessageState:
        self._means.metrics.message(message.kind, state if kept else "lease_lost")
        if not kept:
            log.warning("lease_lost", message=message.id, state=state)
        elif reason:
            log.info("message", message=message.id, kind=message.kind, state=state, reason=reason)
        return state
