"""What became of messages: which state each outcome leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.delivery.backoff import LONGEST, LONGEST_URGENT, backoff
from bot.delivery.means import Means, Pace
from bot.delivery.sender import Job
from bot.delivery.writing import Writing
from bot.teams.outcomes import Absence, Gone, Outcome, Refused, Retry, Sent, Unknown
from domain.delivery.message import Doubt, Lane, Message, MessageState, Receipt
from usecases.people.reach import lose_reach

log = structlog.get_logger(__name__)

MOOT = "moot"
SHOWN = "shown_already"
QUIET = frozenset({MOOT, SHOWN})
"""Ends that are as they should be: nobody has to look at them."""

NO_WAIT = timedelta(0)
NOT_INSTALLED = "not_installed"
UNREACHABLE = "unreachable"  # such rows go again when the person can be reached again


class Ledger:
    """Every method gives the state that the row came to, once that is durable.

    An acknowledgement whose lease was lost changes nothing: another replica has the row.
    ``wake`` is called where it makes another row wait.
    """

    def __init__(self, means: Means, pace: Pace, wake: Callable[[], None] = lambda: None) -> None:
        self._means = means
        self._pace = pace
        self._writing = Writing(means.units, pace.write_again_after, wake)

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
        """Later, unless it was tried often enough and Teams is not simply out of reach.

        An alert is tried for a day, once a minute: Teams may be away for longer than its ladder.

        What is not the message's fault makes the wait longer, and leaves half of the attempts.
        """
        urgent = message.lane is Lane.URGENT
        most = self._pace.urgent_attempts if urgent else self._pace.attempts
        if outcome.counts and message.attempts >= most:
            return await self.dead(message, outcome.reason, now)
        longest = LONGEST_URGENT if urgent else LONGEST
        at = now + backoff(message.attempts, outcome.after, self._means.chance, longest)
        counted = message.attempts
        if not outcome.counts:
            counted = min(counted, self._pace.attempts // 2)
        return await self._again(message, outcome.reason, at, counted)

    async def put_back(self, message: Message, reason: str, at: datetime) -> MessageState:
        """Back to wait until ``at``: it was not tried, or we were too fast."""
        return await self._again(message, reason, at, message.attempts - 1)

    async def dead(self, message: Message, reason: str, now: datetime) -> MessageState:
        """Given up."""
        kept = await self._writing.write(
            message, lambda uow: uow.outbox.dead(message, now=now, error=reason)
        )
        return self._noted(message, MessageState.DEAD, reason, kept=kept)

    async def unreachable(self, message: Message, now: datetime) -> MessageState:
        """Given up until they come; who came while the row was in hand gets it at once."""
        async with self._means.units() as uow:
            address = await uow.addresses.of(message.recipient)
            came = address is not None and address.blocked is None
            settle = (
                uow.outbox.again(message, at=now, error=UNREACHABLE, attempts=message.attempts - 1)
                if came
                else uow.outbox.dead(message, now=now, error=UNREACHABLE)
            )
            kept = await settle
            if not came:
                why = address.blocked if address else None
                await lose_reach(uow, message.recipient, why or NOT_INSTALLED, now)
            await uow.commit()
        state = MessageState.WAITING if came else MessageState.DEAD
        return self._noted(message, state, UNREACHABLE, kept=kept)

    async def moved(self, job: Job, now: datetime) -> None:
        """Keep where the person's chat is now, whatever became of the message."""
        async with self._means.units() as uow:
            moved = replace(job.address, conversation_id=job.chat.conversation_id)
            await uow.addresses.remember(moved, now)
            await uow.commit()

    async def done(self) -> None:
        """Wait until everything is written down."""
        await self._writing.done()

    async def _sent(self, message: Message, job: Job, sent: Sent, now: datetime) -> MessageState:
        receipt = Receipt(
            message=message,
            conversation_id=job.chat.conversation_id,
            activity_id=sent.activity_id,
            at=now,
        )
        kept = await self._writing.write(message, receipt)
        return self._noted(message, MessageState.SENT, "", kept=kept)

    async def _again(
        self, message: Message, reason: str, at: datetime, attempts: int
    ) -> MessageState:
        kept = await self._writing.write(
            message,
            lambda uow: uow.outbox.again(message, at=at, error=reason, attempts=attempts),
        )
        return self._noted(message, MessageState.WAITING, reason, kept=kept)

    async def _doubt(self, message: Message, unknown: Unknown, now: datetime) -> MessageState:
        """Nobody can tell whether Teams took it: each kind says which way to err.

        The outbox queues those that err on the side of repeating by itself; here only so late
        that Teams gets its breath back, and not for ever.
        """
        repeats = message.doubt is Doubt.SEND_AGAIN
        if repeats and message.attempts >= self._pace.attempts:
            return await self.dead(message, unknown.reason, now)
        wait = backoff(message.attempts, None, self._means.chance) if repeats else NO_WAIT
        kept = await self._writing.write(
            message,
            lambda uow: uow.outbox.unknown(message, now=now + wait, error=unknown.reason),
        )
        state = MessageState.WAITING if repeats else MessageState.UNKNOWN
        return self._noted(message, state, unknown.reason, kept=kept)

    async def _gone(self, message: Message, job: Job, gone: Gone, now: datetime) -> MessageState:
        """Blocked, or not there: the person is out of reach, unless only a card was taken away."""
        if job.activity_id is not None and gone.why is Absence.NOT_FOUND:
            return await self.dead(message, gone.reason, now)
        async with self._means.units() as uow:
            await uow.addresses.block(message.recipient, gone.why, now)
            kept = await uow.outbox.dead(message, now=now, error=UNREACHABLE)
            await lose_reach(uow, message.recipient, gone.why, now)
            await uow.commit()
        return self._noted(message, MessageState.DEAD, gone.reason, kept=kept)

    def _noted(
        self, message: Message, state: MessageState, reason: str, *, kept: bool
    ) -> MessageState:
        self._means.metrics.message(message.kind, state if kept else "lease_lost")
        if not kept:
            log.warning("lease_lost", message=message.id, state=state)
        elif reason:
            # what is given up needs somebody who looks at it; all else is the day's work
            say = log.warning if state is MessageState.DEAD and reason not in QUIET else log.info
            say("message", message=message.id, kind=message.kind, state=state, reason=reason)
        return state
