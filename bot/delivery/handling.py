"""What is done with a message that was taken: asked for room, drawn, sent, written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.delivery.drawing import Drawing
from bot.delivery.ledger import MOOT, SHOWN, Ledger
from bot.delivery.means import Means, Pace
from bot.delivery.painting import Painted, asks
from bot.delivery.sender import Sender, job_of
from bot.delivery.taking import Taken
from bot.teams.outcomes import Gone, Retry
from domain.delivery.message import Address, Message, MessageState

log = structlog.get_logger(__name__)

LIMIT = "limit"


class Handling:
    """Gives the state that a row came to. What has to wait is not drawn, and costs no attempt."""

    def __init__(self, means: Means, pace: Pace, wake: Callable[[], None]) -> None:
        self._means = means
        self._pace = pace
        self._sender = Sender(means)
        self._ledger = Ledger(means, pace, wake)
        self._drawing = Drawing(means.units, means.paint)

    async def deliver(self, taken: Taken, now: datetime, *, live: bool) -> MessageState:
        """Send it if it can be sent now. Not ``live``: everything happens at ``now``."""
        message, address = taken.message, taken.address
        if address is None or address.blocked is not None:
            return await self._ledger.unreachable(message, now)
        if message.delivery_id is not None and taken.card is None:
            return await self._ledger.dead(message, MOOT, now)
        wait = self._means.limits.take(taken.spending(address))
        if wait > 0:
            return await self._ledger.put_back(message, LIMIT, now + timedelta(seconds=wait))
        try:
            painted = self._means.shown.take(message, now) or await self._drawing.draw(message, now)
        except Exception as error:  # noqa: BLE001 - a card that cannot be drawn blocks nobody
            log.warning("not_rendered", message=message.id, error=type(error).__name__)
            return await self._ledger.retry(message, Retry(type(error).__name__), now)
        return await self._drawn(taken, address, painted, None if live else now)

    async def put_back(self, taken: Taken, now: datetime) -> MessageState:
        """It was in hand for too long to be begun."""
        return await self._ledger.put_back(taken.message, "put_back", now)

    async def done(self) -> None:
        """Wait until all that was sent is written down."""
        await self._ledger.done()

    async def _drawn(
        self, taken: Taken, address: Address, painted: Painted | None, at: datetime | None
    ) -> MessageState:
        now = at or self._means.clock()
        if painted is None:
            return await self._ledger.dead(taken.message, MOOT, now)
        if self._disturbs(taken.message, painted, now):
            return await self._ledger.dead(taken.message, SHOWN, now)
        return await self._send(taken, address, painted, at)

    async def _send(
        self, taken: Taken, address: Address, painted: Painted, at: datetime | None
    ) -> MessageState:
        job, outcome = await self._sender.send(job_of(taken, address, painted))
        now = at or self._means.clock()
        if isinstance(outcome, Retry) and outcome.throttled:
            state = await self._slow_down(taken, address, outcome, now)
        else:
            state = await self._ledger.settle(taken.message, job, outcome, now)
        if job.reopened and not isinstance(outcome, Gone):  # after the row, which matters more
            await self._ledger.moved(job, now)
        return state

    async def _slow_down(
        self, taken: Taken, address: Address, outcome: Retry, now: datetime
    ) -> MessageState:
        quiet = self._means.limits.slow(taken.spending(address), outcome.after)
        at = now + timedelta(seconds=quiet + self._means.chance())
        return await self._ledger.put_back(taken.message, outcome.reason, at)

    def _disturbs(self, message: Message, painted: Painted, now: datetime) -> bool:
        """Whether an update that comes late would wipe what is being typed.

        The person pressed, and the answer showed them this very state; since then they may have
        typed. A newer state is another matter: that is a row without the mark.
        """
        shown = message.shown_at
        late = shown is not None and now - shown > self._pace.soon
        return late and asks(painted.card)
