"""A fan-out and the lives of the service that it takes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from domain.delivery.message import MessageState
from scheduler.running import run_tick
from scheduler.tick import ticks
from settings import Settings
from tests.fake_teams import FakeTeams
from tests.faults.fan_out import FanOut
from tests.faults.lives import Life, living, the_time
from tests.journeys.conftest import FRAMEWORKS
from tests.journeys.world import settings_for
from wiring import make_council, make_units

PATIENT = {"QA_SEND_SECONDS": 60, "QA_LEASE_SECONDS": 240}  # no doubt because a machine is slow
A_LEASE_LATER = timedelta(minutes=5)
NOBODY_PRESSED = timedelta(minutes=11)
DONE_WITHIN = 300.0  # real seconds: a service that is never done must fail the test


@dataclass
class Story:
    """Each life begins when the leases of the one before are over."""

    fan_out: FanOut
    settings: Settings
    log: Path
    ahead: timedelta = timedelta()
    in_hand: list[set[str]] = field(default_factory=list)
    """Of each life that was cut short, whose cards it had claimed and not acknowledged."""

    @asynccontextmanager
    async def next_life(self, later: timedelta = A_LEASE_LATER) -> AsyncIterator[Life]:
        """A service, so much later than the last."""
        self.ahead += later
        async with living(self.settings, self.log, ahead=self.ahead) as life:
            yield life

    async def taken(self, posts: int) -> None:
        """Until Teams has taken so many cards."""
        teams = self.fan_out.teams
        await teams.until(lambda: len(teams.connector.taken) >= posts, DONE_WITHIN)

    async def is_killed_after(self, posts: int) -> None:
        """A life that ends when Teams has taken so many."""
        others = await self.fan_out.backends()
        async with self.next_life() as life:
            await self.taken(posts)
            await life.is_killed()
        async with asyncio.timeout(DONE_WITHIN):
            while not await self.fan_out.backends() <= others:
                pass  # what it had sent to the database is still being done; each look is a query
        await self.is_cut_short()

    async def is_cut_short(self) -> None:
        """Note what is in doubt now; fails where the fan-out was over."""
        assert (await self.fan_out.states())["waiting"], "the fan-out was still under way"
        self.in_hand.append(set(await self.fan_out.rows(MessageState.SENDING)))

    async def is_drained(self, later: timedelta = A_LEASE_LATER) -> None:
        """A life that may end in peace, when nothing is left to send."""
        left = len(await self.fan_out.rows(MessageState.WAITING))
        goal = len(self.fan_out.teams.connector.taken) + left
        async with self.next_life(later) as life:
            await self.taken(goal)
            async with asyncio.timeout(DONE_WITHIN):
                while await self.fan_out.unsent():
                    pass  # the last acknowledgements are being written; each look is a query
            await life.stops()

    async def asks_again(self) -> None:
        """The tick that sends once more what nobody pressed."""
        council, now = make_council(self.settings), the_time(self.ahead + NOBODY_PRESSED)
        await run_tick(ticks()["settle_unknown"], self.fan_out.units, council, now)

    def claimed(self) -> Counter[str]:
        """Whose card was in hand when a life was cut short, and how often."""
        return Counter(person for life in self.in_hand for person in life)


@asynccontextmanager
async def story_of(
    cards: int, teams: FakeTeams, database_url: str, folder: Path
) -> AsyncIterator[Story]:
    """So many cards wait; no service runs."""
    settings = settings_for(teams, database_url, "herefordshire", FRAMEWORKS, **PATIENT)
    units = make_units(settings)
    fan_out = FanOut(units, teams, cards)
    await fan_out.is_queued()
    try:
        yield Story(fan_out, settings, folder / "service.log")
    finally:
        await units.close()
