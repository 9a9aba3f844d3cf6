"""Runs the clock's own scans in simulated time, from moment to moment."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from domain.calendar.working_days import LONDON, local_day
from usecases.council import Council
from usecases.ports import UnitOfWork, UnitsOfWork
from usecases.rehearsing.posting import Post, Sent

HOURS = (0, *range(7, 20))
"""London's hours at which something of the day begins; what else is due says so in its row."""

BEFORE = "It was waiting to be sent already."


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One of the clock's scans; ``why`` says in a sentence what it is for."""

    name: str
    why: str
    run: Callable[[UnitOfWork, Council, datetime], Awaitable[int]]
    in_parts: bool = False

    async def whole(self, uow: UnitOfWork, council: Council, now: datetime) -> None:
        """Run it, and where it is done in parts until there are no more."""
        while await self.run(uow, council, now) and self.in_parts:
            pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Caused:
    """A message and the scan that had it sent."""

    sent: Sent
    why: str


NextDue = Callable[[datetime], Awaitable[datetime | None]]
"""The first moment after another at which a row wants to be looked at."""


class Clockwork:
    """A council's clock on a database that nobody else uses."""

    def __init__(
        self, units: UnitsOfWork, council: Council, scans: Sequence[Scan], next_due: NextDue
    ) -> None:
        self._units = units
        self._council = council
        self._scans = scans
        self._next_due = next_due
        self._post = Post(units, council)

    async def strike(self, now: datetime) -> list[Caused]:
        """Every scan once, each followed by what it has sent: as the service does it."""
        caused = await self._sent(now, BEFORE)
        for scan in self._scans:
            async with self._units() as uow:
                await scan.whole(uow, self._council, now)
                queued = uow.outbox.queued
                await uow.commit()
            if queued:
                caused += await self._sent(now, scan.why)
        return caused

    async def moments(self, first: datetime, last: datetime) -> AsyncIterator[datetime]:
        """From the first to the last: hours at which a day begins, and whatever is due between.

        What is due next is asked after each one, so that what it brought about counts as well.
        """
        now = first
        while now <= last:
            yield now
            due = await self._next_due(now)
            soonest = next_hour(now)
            now = min(soonest, whole_minute(due)) if due else soonest

    async def _sent(self, now: datetime, why: str) -> list[Caused]:
        return [Caused(sent=each, why=why) for each in await self._post.send_all(now)]


def next_hour(now: datetime) -> datetime:
    """The first of London's hours after a moment."""
    day = local_day(now)
    while True:
        for hour in HOURS:
            moment = datetime.combine(day, time(hour), LONDON).astimezone(UTC)
            if moment > now:
                return moment
        day += timedelta(days=1)


def whole_minute(moment: datetime) -> datetime:
    """The next whole minute: the clock looks once a minute."""
    floor = moment.replace(second=0, microsecond=0)
    return floor if floor == moment else floor + timedelta(minutes=1)
