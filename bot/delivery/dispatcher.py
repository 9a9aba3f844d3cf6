"""Works the outbox off: claims rows, renders and sends them, writes down what became of each."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.delivery.ledger import Ledger
from bot.delivery.means import Means, Pace
from bot.delivery.sender import UNREACHABLE, Pointless, Sender
from bot.delivery.slots import Slots
from bot.teams.order import InOrder
from bot.teams.outcomes import Retry
from bot.teams.trouble import where
from domain.delivery.message import Lane, Message, MessageState

log = structlog.get_logger(__name__)

MOST_IN_HAND = 100
DRAINED_AT_ONCE = 50
ALIVE_WITHIN = timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What became of the rows that were due; ``waiting`` ones are due later."""

    sent: int = 0
    waiting: int = 0
    unknown: int = 0
    dead: int = 0


class Dispatcher:
    """Any number of replicas can run one each; a row belongs to one of them at a time.

    Messages to one person go one after another; a person whose chat is throttled holds up
    nobody else; some slots are kept for urgent messages. No transaction is open while sending.
    Raises ValueError where the lease is shorter than three times the send time-out.
    """

    def __init__(self, means: Means, pace: Pace | None = None) -> None:
        self._means = means
        self._pace = pace or Pace()
        self._pace.check(means.connector.time_limit)
        self._sender = Sender(means)
        self._ledger = Ledger(means, self._pace)
        self._order = InOrder()
        self._slots = Slots(self._pace.concurrency, self._pace.kept_for_urgent)
        self._event = asyncio.Event()
        self._in_hand: dict[asyncio.Task[None], Message] = {}
        self._loop: asyncio.Task[None] | None = None
        self._stopping = False
        self._looked_at: datetime | None = None
        self._counted_at: datetime | None = None

    def start(self) -> None:
        """Begin to work in the background."""
        self._stopping = False
        self._loop = asyncio.create_task(self._run())

    def wake(self) -> None:
        """Something was put into the outbox: look now."""
        self._event.set()

    async def well(self) -> bool:
        """For /readyz: the loop runs and has looked at the outbox lately."""
        running = self._loop is not None and not self._loop.done()
        looked = self._looked_at
        return running and looked is not None and self._means.clock() - looked < ALIVE_WITHIN

    async def stop(self) -> None:
        """Claim nothing more, finish what is being sent, put back what is not."""
        self._stopping = True
        self.wake()
        if self._loop is not None:
            await self._loop
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=self._pace.stop_within)
        for task in list(self._in_hand):
            task.cancel()
        await asyncio.gather(*self._in_hand, return_exceptions=True)

    async def drain(self, now: datetime) -> Drained:
        """Work off everything that is due at ``now``, as of ``now``; for the command line."""
        states: Counter[MessageState] = Counter()
        while messages := await self._claim(now, DRAINED_AT_ONCE):
            states.update(await asyncio.gather(*(self._in_turn(m, now) for m in messages)))
        await self._count(now)
        return Drained(
            sent=states[MessageState.SENT],
            waiting=states[MessageState.WAITING],
            unknown=states[MessageState.UNKNOWN],
            dead=states[MessageState.DEAD],
        )

    async def _run(self) -> None:
        while not self._stopping:
            try:
                idle = await self._look()
            except Exception as error:  # noqa: BLE001 - the database may be away; it comes back
                log.warning("outbox_not_read", error=type(error).__name__, where=where(error))
                idle = True
            if idle:
                await self._rest()

    async def _look(self) -> bool:
        """Claim what there is room for; True where it is time to rest.

        With every ordinary slot taken, one row is still claimed at each look: rows come urgent
        first, so an urgent one is found. An ordinary one waits in hand for a slot.
        """
        now = self._means.clock()
        self._event.clear()
        await self._count_sometimes(now)
        room = self._pace.concurrency - self._pace.kept_for_urgent - self._ordinary_in_hand()
        if len(self._in_hand) >= MOST_IN_HAND:
            return True
        messages = await self._claim(now, max(room, 1))
        self._looked_at = now
        for message in messages:
            self._begin(message, now)
        more_urgent = bool(messages) and messages[-1].lane is Lane.URGENT
        return not messages or (room <= 1 and not more_urgent)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._pace.poll):
                await self._event.wait()
        except TimeoutError:
            return

    async def _claim(self, now: datetime, limit: int) -> list[Message]:
        async with self._means.units() as uow:
            messages = await uow.outbox.claim(now=now, lease=self._pace.lease, limit=limit)
            await uow.commit()
        return list(messages)

    def _ordinary_in_hand(self) -> int:
        return sum(message.lane is not Lane.URGENT for message in self._in_hand.values())

    def _begin(self, message: Message, claimed_at: datetime) -> None:
        task = asyncio.create_task(self._work(message, claimed_at))
        self._in_hand[task] = message
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._in_hand[task]
        self.wake()

    async def _work(self, message: Message, claimed_at: datetime) -> None:
        async with self._order.turn(message.recipient), self._slots.hold(message.lane):
            now = self._means.clock()
            try:
                if self._stopping or now - claimed_at > self._pace.lease / 3:
                    await self._ledger.again(message, "put_back", now)
                else:
                    await self._deliver(message, now, live=True)
            except Exception as error:  # noqa: BLE001 - the lease runs out, and the row is safe
                log.warning("not_noted", message=message.id, error=type(error).__name__)

    async def _in_turn(self, message: Message, now: datetime) -> MessageState:
        async with self._order.turn(message.recipient), self._slots.hold(message.lane):
            return await self._deliver(message, now, live=False)

    async def _deliver(self, message: Message, now: datetime, *, live: bool) -> MessageState:
        try:
            job = await self._sender.prepare(message, now)
        except Exception as error:  # noqa: BLE001 - a card that cannot be drawn blocks nobody
            log.warning("not_rendered", message=message.id, error=type(error).__name__)
            return await self._ledger.retry(message, Retry(type(error).__name__), now)
        if isinstance(job, Pointless):
            return await self._give_up(message, job, now)
        wait = self._means.limits.take(job.spending)
        if wait > 0:
            return await self._ledger.again(message, "limit", now + timedelta(seconds=wait))
        job, outcome = await self._sender.send(job)
        if isinstance(outcome, Retry) and outcome.after:
            self._means.limits.pause(job.chat.conversation_id, outcome.after)
        return await self._ledger.settle(
            message, job, outcome, self._means.clock() if live else now
        )

    async def _give_up(self, message: Message, job: Pointless, now: datetime) -> MessageState:
        if job.reason == UNREACHABLE:
            return await self._ledger.unreachable(message, now)
        return await self._ledger.dead(message, job.reason, now)

    async def _count_sometimes(self, now: datetime) -> None:
        every = timedelta(seconds=self._pace.count_every)
        if self._counted_at is None or now - self._counted_at >= every:
            await self._count(now)

    async def _count(self, now: datetime) -> None:
        async with self._means.units(reading=True) as uow:
            counts = await uow.outbox.counts(now=now)
        self._counted_at = now
        self._means.metrics.outbox(counts, now)
