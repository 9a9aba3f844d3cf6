"""A dispatcher over the real outbox and a Teams that does as it is told."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.delivery.dispatcher import Dispatcher, Drained
from bot.delivery.limits import Limits
from bot.delivery.means import Means, Pace
from bot.delivery.painting import Painted
from bot.metrics import Metrics
from bot.teams.connector import Connector
from bot.teams.hosts import ServiceHosts
from bot.teams.tokens import Credentials, Tokens
from domain.delivery.message import Address, Delivery, Message
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.bot.rig import Clock
from tests.fake_teams import BOT_ID, TENANT, FakeTeams, Json
from usecases.ports import UnitOfWork

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AUDIT = Ref("audit", "1")


class Desk:
    """``async with Desk(units, teams) as desk``; time stands still unless it is moved."""

    def __init__(self, units: SqlUnitsOfWork, teams: FakeTeams) -> None:
        self.units = units
        self.teams = teams
        self.now = NOW
        self.seconds = Clock()
        self.moot: set[str] = set()
        self.broken: set[str] = set()
        self.metrics = Metrics()
        self.forms: set[str] = set()
        self.painted: list[Message] = []
        self.painted_at: datetime | None = None

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession()
        credentials = Credentials(
            app_id=self.teams.app_id, secret=self.teams.secret, url=self.teams.token_url
        )
        self.tokens = Tokens(self.session, credentials, clock=self.seconds)
        self.limits = Limits(clock=self.seconds)
        self.dispatcher = self.another()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.teams.release()
        await self.dispatcher.stop()
        await self.tokens.close()
        await self.session.close()

    def another(self, *, time_limit: float = 5.0, **pace: Any) -> Dispatcher:
        """Another dispatcher over the same outbox."""
        return Dispatcher(self.means(time_limit), Pace(**pace))

    def means(self, time_limit: float = 5.0) -> Means:
        """What dispatchers here work with."""
        return Means(
            units=self.units,
            paint=self.paint,
            connector=self.connector(time_limit),
            limits=self.limits,
            metrics=self.metrics,
            clock=lambda: self.now,
            chance=lambda: 0.5,
        )

    def connector(self, time_limit: float) -> Connector:
        """The real one."""
        hosts = ServiceHosts(local=True)
        return Connector(self.session, self.tokens, hosts, time_limit=time_limit)

    async def paint(self, _: UnitOfWork, message: Message, now: datetime) -> Painted | None:
        """A card that says what it was painted from."""
        self.painted_at = now
        self.painted.append(message)
        if message.kind in self.broken:
            raise LookupError("canary: words of a person")
        if message.kind in self.moot:
            return None
        words = f"{message.kind} {message.subject}" + (" again" if message.repeat else "")
        drawn = form(words) if message.kind in self.forms else card(words)
        return Painted(card=drawn, summary=f"About {message.kind}")

    async def knows(self, *people: str) -> None:
        """These people have a chat with the bot."""
        async with self.units() as uow:
            for person in people:
                await uow.addresses.remember(self.address(person), NOW - timedelta(days=1))
            await uow.commit()

    def address(self, person: str) -> Address:
        """Where Teams has a person."""
        made = self.teams.activities
        return Address(
            person_id=person,
            tenant_id=TENANT,
            aad_object_id=person,
            teams_user_id=made.teams_id(person),
            bot_id=BOT_ID,
            conversation_id=made.chat_of(person),
            service_url=self.teams.service_url,
        )

    async def queues(self, kind: str, to: str, subject: Ref = AUDIT, **how: Any) -> None:
        """A new card for a person."""
        async with self.units() as uow:
            await uow.outbox.send(kind, subject, to, now=self.now, **how)
            await uow.commit()

    async def refreshes(self, subject: Ref = AUDIT, **how: Any) -> None:
        """Every copy about a subject is to be updated."""
        async with self.units() as uow:
            await uow.outbox.refresh(subject, now=self.now, **how)
            await uow.commit()

    async def drain(self, later: float = 0.0) -> Drained:
        """Work off what is due, after so many seconds more."""
        self.now += timedelta(seconds=later)
        self.seconds.now += later
        return await self.dispatcher.drain(self.now)

    async def states(self) -> dict[str, int]:
        """Rows by state."""
        async with self.units(reading=True) as uow:
            return (await uow.outbox.counts(now=self.now)).by_state

    async def reached(self, person: str) -> Address | None:
        """The address as it is kept now."""
        async with self.units(reading=True) as uow:
            return await uow.addresses.of(person)

    async def attempts(self) -> list[int]:
        """How many tries were counted, by row."""
        async with self.units(reading=True) as uow:
            rows = await uow.connection.exec_driver_sql("SELECT attempts FROM outbox ORDER BY id")
            return [row.attempts for row in rows]

    async def newest(self, person: str, kind: str) -> Delivery | None:
        """The newest card of a kind in a person's chat."""
        async with self.units(reading=True) as uow:
            return await uow.outbox.latest(person, [kind])

    async def until_posts(self, count: int) -> None:
        """Wait until Teams has taken so many new activities."""
        while len(self.teams.posts) < count:
            self.teams.connector.arrived.clear()
            await asyncio.wait_for(self.teams.connector.arrived.wait(), 5)

    async def until_hanging(self, count: int) -> None:
        """Wait until so many requests hang."""
        while self.teams.connector.hanging < count:
            self.teams.connector.arrived.clear()
            await asyncio.wait_for(self.teams.connector.arrived.wait(), 5)


def card(words: str) -> Json:
    """A card with one line."""
    return {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": words}]}


def form(words: str) -> Json:
    """A card on which something can be typed."""
    asked = {"type": "Input.Text", "id": "evidence"}
    return {**card(words), "body": [{"type": "Container", "items": [asked]}]}
