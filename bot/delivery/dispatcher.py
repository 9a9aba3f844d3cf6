"""Works the outbox off: claims rows, renders and sends them, writes down what became of each."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.delivery.handling import Handling
from bot.delivery.means import Means, Pace
from bot.delivery.roster import Roster
from bot.delivery.slots import Slots
from bot.delivery.taking import Load, Taken, Want, take
from bot.teams.order import InOrder
from bot.teams.trouble import where
from domain.delivery.message import Lane, MessageState
from usecases.responses.watching import overdue_steps

log = structlog.get_logger(__name__)

MOST_IN_HAND = 100
DRAINED_AT_ONCE = 50
ALIVE_WITHIN = timedelta(seconds=30)
LATE_EVERY = timedelta(seconds=1)
LAST_WORDS = 2.0
"""Seconds to write down, at a stop, what was sent."""
NEXT_BUDGET = 0.2
"""Seconds until some budget is there again: enough for several, as each look costs a statement."""


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
        self._handling = Handling(means, self._pace, self.wake)
        self._roster = Roster(means, self._pace)
        self._order = InOrder()
        self._slots = Slots(self._pace.concurrency, self._pace.kept_for_urgent)
        self._event = asyncio.Event()
        self._in_hand: dict[asyncio.Task[None], Taken] = {}
        self._loop: asyncio.Task[None] | None = None
        self._stopping = False
        self._more = False
        self._ended_so_far = 0
        self._looked_at: datetime | None = None
        self._looked_late_at: datetime | None = None
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
        with suppress(TimeoutError):  # the database may be away
            async with asyncio.timeout(LAST_WORDS):
                await self._handling.done()
                await self._roster.leave()

    async def drain(self, now: datetime) -> Drained:
        """Work off everything that is due at ``now``, as of ``now``; for the command line."""
        states: Counter[MessageState] = Counter()
        while taken := (await self._take(now, Want(most=DRAINED_AT_ONCE))).taken:
            states.update(await asyncio.gather(*(self._in_turn(each, now) for each in taken)))
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
                rest = await self._look()
            except Exception as error:  # noqa: BLE001 - the database may be away; it comes back
                log.warning("outbox_not_read", error=type(error).__name__, where=where(error))
                rest = self._pace.poll
            if rest:
                await self._rest(rest)

    async def _look(self) -> float:
        """Take what there is room for; gives for how long to rest, if nobody wakes us."""
        now = self._means.clock()
        self._event.clear()
        await self._count_sometimes(now)
        want = self._want(now)
        if want.most <= 0:
            self._more = True
            return self._pace.poll
        ended = self._ended_so_far
        load = await self._take(now, want)
        taken, self._looked_at = load.taken, now
        # where nothing was taken, something may stand behind what is in hand
        self._more = load.more or want.upto is Lane.URGENT or not taken
        if self._more and self._ended_so_far > ended:
            self.wake()  # what it stood behind may just be gone
        for each in taken:
            self._begin(each, now)
        if len(taken) == want.most and taken[-1].urgent:
            return 0.0
        return self._pace.poll if self._afford() else min(self._pace.poll, NEXT_BUDGET)

    def _want(self, now: datetime) -> Want:
        """As many as there are slots and budget for.

        Where there is none, urgent rows all the same, but no others: an ordinary row in hand
        would spend its lease on waiting, and another replica could have sent it.
        """
        late = self._looked_late_at is None or now - self._looked_late_at >= LATE_EVERY
        if late:
            self._looked_late_at = now
        ordinary = sum(not each.urgent for each in self._in_hand.values())
        room = self._pace.concurrency - self._pace.kept_for_urgent - ordinary
        most = min(room, self._afford())
        if most > 0:
            return Want(most=most, late=late)
        return Want(most=MOST_IN_HAND - len(self._in_hand), upto=Lane.URGENT, late=late)

    def _afford(self) -> int:
        affords = self._means.limits.affords()
        return self._pace.concurrency if affords is None else affords

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return

    async def _take(self, now: datetime, want: Want) -> Load:
        return await take(
            self._means.units,
            want,
            now=now,
            lease=self._pace.lease,
            clock_now=self._means.clock(),
        )

    def _begin(self, taken: Taken, taken_at: datetime) -> None:
        task = asyncio.create_task(self._work(taken, taken_at))
        self._in_hand[task] = taken
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Look again only where something may be left: a look costs as much as a send."""
        del self._in_hand[task]
        self._ended_so_far += 1
        if self._more:
            self.wake()

    async def _work(self, taken: Taken, taken_at: datetime) -> None:
        async with self._order.turn(taken.message.recipient), self._slots.hold(taken.message.lane):
            now = self._means.clock()
            try:
                if self._stopping or now - taken_at > self._pace.lease / 3:
                    state = await self._handling.put_back(taken, now)
                else:
                    state = await self._handling.deliver(taken, now, live=True)
                if state is not MessageState.SENT:
                    self.wake()
            except Exception as error:  # noqa: BLE001 - the lease runs out, and the row is safe
                log.warning("not_noted", message=taken.message.id, error=type(error).__name__)

    async def _in_turn(self, taken: Taken, now: datetime) -> MessageState:
        async with self._order.turn(taken.message.recipient), self._slots.hold(taken.message.lane):
            return await self._handling.deliver(taken, now, live=False)

    async def _count_sometimes(self, now: datetime) -> None:
        every = timedelta(seconds=self._pace.count_every)
        if self._counted_at is None or now - self._counted_at >= every:
            late = await self._count(now)
            await self._roster.sign(now)
            if not late and self._means.heartbeat is not None:
                self._means.heartbeat.beat(now)

    async def _count(self, now: datetime) -> int:
        """Set the figures; gives how many urgent steps are late."""
        async with self._means.units(reading=True) as uow:
            counts = await uow.outbox.counts(now=now)
            late = await overdue_steps(uow, now)
        self._counted_at = now
        self._means.metrics.outbox(counts, now)
        self._means.metrics.urgent(late)
        if late:
            log.error("urgent_overdue", steps=late)
            await self._report(now)
        return late

    async def _report(self, now: datetime) -> None:
        """The watchdog's cards: here, because the ticks may be what has died."""
        if self._means.report is None:
            return
        async with self._means.units() as uow:
            if not await uow.alone("watchdog") or not await self._means.report(uow, now):
                return
            await uow.commit()
        self.wake()
