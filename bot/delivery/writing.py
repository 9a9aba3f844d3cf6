"""Writes down what became of messages, before their slots are free again.

Those that end at the same time share a transaction: a commit costs a flush of the disk, however
many rows are in it (docs/decisions/0011).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.delivery.together import Case, Together
from domain.delivery.message import Message, Receipt
from usecases.ports import UnitOfWork, UnitsOfWork

log = structlog.get_logger(__name__)

AT_ONCE = 50

Write = Callable[[UnitOfWork], Awaitable[bool]]
"""Writes one row; gives whether the lease on it held."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row and what to write of it; receipts of several rows are one statement."""

    message: Message
    what: Write | Receipt


class Writing:
    """Whoever writes waits until that is durable.

    Where the database is away it is tried again after so many seconds each: what Teams took and
    nobody wrote down would be sent twice. Too late it changes nothing, as the lease is lost.
    ``wake`` is called where that made another row wait.
    """

    def __init__(
        self,
        units: UnitsOfWork,
        again_after: Sequence[float] = (),
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._units = units
        self._again_after = again_after
        self._wake = wake
        self._together = Together[Entry, bool](self._all, most=AT_ONCE)

    async def write(self, message: Message, what: Write | Receipt) -> bool:
        """Gives whether the lease held; raises what the database raised the last time."""
        for seconds in self._again_after:
            try:
                return await self._together.ask(Entry(message, what))
            except Exception as error:  # noqa: BLE001 - whatever it is, the row is not written yet
                log.warning("not_written_yet", message=message.id, error=type(error).__name__)
            await asyncio.sleep(seconds)
        return await self._together.ask(Entry(message, what))

    async def done(self) -> None:
        """Wait until everything is written, even where nobody waits for it any more."""
        await self._together.done()

    async def _all(self, cases: Sequence[Case[Entry, bool]]) -> None:
        """All of them in one transaction; where that fails, each in its own."""
        try:
            await self._in_one(cases)
        except Exception as error:
            if len(cases) == 1:
                raise
            log.warning("written_one_by_one", rows=len(cases), error=type(error).__name__)
            for case in cases:
                await self._alone(case)

    async def _alone(self, case: Case[Entry, bool]) -> None:
        try:
            await self._in_one([case])
        except Exception as error:  # noqa: BLE001 - it is raised where somebody waits
            case.fail(error)

    async def _in_one(self, cases: Sequence[Case[Entry, bool]]) -> None:
        async with self._units() as uow:
            held = await _written(uow, [case.asked for case in cases])
            await uow.commit()
        if uow.outbox.queued:
            self._wake()
        for case in cases:
            case.give(case.asked.message.id in held)


async def _written(uow: UnitOfWork, entries: Sequence[Entry]) -> set[int]:
    """Write entries; gives the ids of the rows whose lease held."""
    held: set[int] = set()
    receipts = [entry.what for entry in entries if isinstance(entry.what, Receipt)]
    if len(receipts) < len(entries) > 1:
        await uow.outbox.lock([entry.message for entry in entries])
    if receipts:
        held |= await uow.outbox.all_sent(receipts)
    for entry in entries:
        if not isinstance(entry.what, Receipt) and await entry.what(uow):
            held.add(entry.message.id)
    return held
