"""Raises alerts behind a full queue of nudges while Teams fails now and then, and times them.

``python -m bench.lab.alerting DATABASE NUDGES ALERTS`` prints, for every card to somebody who must
act, the seconds from the commit that raised the alert to the send that Teams accepted.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

import aiohttp

from bench.lab.draining import address
from bench.lab.load import NotTakenError
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.limits import Limits
from bot.delivery.means import Means, Pace
from bot.delivery.painting import Painted
from bot.incoming import Json
from bot.metrics import Metrics
from bot.teams.connector import Chat, Connector
from bot.teams.hosts import ServiceHosts
from bot.teams.outcomes import Outcome, Retry, Sent
from bot.teams.tokens import Tokens
from demo.seeding import seed
from domain.delivery.message import Message
from domain.people.person import Person
from domain.refs import Ref
from domain.responses.response import Part
from domain.responses.rules import offered
from settings import Settings
from storage.cipher import Cipher
from storage.migrate import upgrade
from storage.work import SqlUnitsOfWork
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.pressing import Press, press
from usecases.showing import paint
from wiring import make_council, make_units

FAILING = 0.1
EVERY = 0.5
"""Seconds between two alerts: a council raises a few in a month."""
LONGEST = 120.0
FACTS = "A made-up worry, to measure."


class Failing(Connector):
    """Takes nine in ten, answers one in ten with 502; tells when it took a card about what."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        tokens = Tokens(session, None, clock=time.monotonic)
        super().__init__(session, tokens, ServiceHosts(local=True))
        self._dice = random.Random(21)  # noqa: S311 - the same failures in every run
        self.taken: dict[tuple[str, str], float] = {}
        self.failed = 0
        self.took = asyncio.Event()

    async def send(self, chat: Chat, activity: Json) -> Outcome:
        """Taken, or not."""
        if self._dice.random() < FAILING:
            self.failed += 1
            return Retry("HTTP 502")
        said = str(activity.get("summary", ""))
        self.taken.setdefault((chat.conversation_id, said), time.perf_counter())
        self.took.set()
        return Sent(uuid4().hex)


@dataclass(slots=True)
class Alarm:
    """One council at work; ``began`` says when each alert was committed, by its number."""

    units: SqlUnitsOfWork
    council: Council
    began: dict[str, float] = field(default_factory=dict)
    owed: list[tuple[str, str]] = field(default_factory=list)

    async def raises(self, raiser: Person, case: str) -> None:
        """Somebody types what they saw and sends it, as by a press."""
        now = datetime.now(UTC)
        rule = offered(self.council.framework, raiser.roles)[0].rule
        async with self.units() as uow:
            begin = Press(
                verb="begin_response",
                ref=str(Ref("person", raiser.id)),
                version=1,
                inputs={"record": case},
            )
            outcome = await press(uow, self.council, raiser, begin, now)
            draft = await uow.responses.draft_of(raiser.id)
            if not outcome.done or draft is None:
                raise NotTakenError(f"an alert was not begun: {outcome.line}")
            inputs = {"trigger": rule, "record": case, "facts": FACTS}
            sending = Press(
                verb="send_response",
                ref=f"draft-{draft.id}",
                version=draft.version,
                inputs=inputs,
            )
            outcome = await press(uow, self.council, raiser, sending, now)
            raised = await uow.responses.get(draft.id)
            if not outcome.done or raised is None:
                raise NotTakenError(f"an alert was not sent: {outcome.line}")
            await uow.commit()
        self.began[raised.number] = time.perf_counter()
        self.owed += [(each, raised.number) for each in raised.people(Part.ANSWERS)]


async def alarmed(database: str, nudges: int, alerts: int) -> list[float]:
    """Seconds for each card to somebody who must act; every alert is behind all the nudges."""
    await upgrade(database)
    settings = Settings.model_validate(
        {"QA_ENV": "local", "QA_DATABASE_URL": database, "QA_DATA_KEYS": Cipher.new_key()}
    )
    alarm = Alarm(make_units(settings), make_council(settings))
    raiser, cases = await _filled(alarm, nudges, alerts)
    async with aiohttp.ClientSession() as session:
        teams = Failing(session)
        dispatcher = Dispatcher(_means(alarm, teams, settings.send_rate), Pace())
        dispatcher.start()
        for number in range(alerts):
            await alarm.raises(raiser, cases[number % len(cases)])
            dispatcher.wake()  # as the turn does that raised it
            await asyncio.sleep(EVERY)
        found = await _all_taken(alarm, teams)
        await dispatcher.stop()
    await _check(alarm, teams, nudges)
    await alarm.units.close()
    return found


async def _filled(alarm: Alarm, nudges: int, alerts: int) -> tuple[Person, Sequence[str]]:
    """The demo's council, all of whom have a chat; and so many nudges for as many people."""
    now = datetime.now(UTC)
    story = await seed(alarm.units, alarm.council, now)
    waiting = [Person(id=f"N{number}", name=f"Person {number}") for number in range(nudges)]
    async with alarm.units() as uow:
        for person in (await uow.people.all()).values():
            await uow.addresses.remember(address(person), now)
        await uow.people.put(waiting)
        for person in waiting:
            await uow.addresses.remember(address(person), now)
            await uow.outbox.send("welcome", Ref("person", person.id), person.id, now=now)
        cases = [ref for ref, case in (await uow.cases.all()).items() if case.open]
        await uow.commit()
    return story.coordinator, cases[:alerts]


def _means(alarm: Alarm, teams: Failing, rate: float) -> Means:
    async def painted(uow: UnitOfWork, message: Message, now: datetime) -> Painted | None:
        card = await paint(uow, alarm.council, message, now)
        return Painted(card=card.render(), summary=card.summary) if card else None

    return Means(
        units=alarm.units,
        paint=painted,
        connector=teams,
        limits=Limits(clock=time.monotonic, rate=rate),
        metrics=Metrics(),
        clock=lambda: datetime.now(UTC),
    )


async def _all_taken(alarm: Alarm, teams: Failing) -> list[float]:
    """Wait until every card that is owed was accepted."""
    async with asyncio.timeout(LONGEST):
        while any(_of(teams, *each) is None for each in alarm.owed):
            teams.took.clear()
            await teams.took.wait()
    return [(_of(teams, *each) or 0.0) - alarm.began[each[1]] for each in alarm.owed]


def _of(teams: Failing, person: str, number: str) -> float | None:
    """When the first card about an alert was accepted for somebody."""
    moments = [
        at
        for (chat, said), at in teams.taken.items()
        if chat == f"a:{person}" and number in said.replace(",", " ").split()
    ]
    return min(moments, default=None)


async def _check(alarm: Alarm, teams: Failing, nudges: int) -> None:
    """The queue was never empty and Teams did fail; raises NotTakenError."""
    async with alarm.units(reading=True) as uow:
        counts = await uow.outbox.counts(now=datetime.now(UTC))
    waiting = sum(rows for state, rows in counts.by_state.items() if state == "waiting")
    if not waiting or (nudges >= 100 and not teams.failed):
        raise NotTakenError(f"{waiting} of {nudges} nudges waited, {teams.failed} sends failed")


if __name__ == "__main__":
    figures = asyncio.run(alarmed(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
    sys.stdout.write(" ".join(f"{seconds:.6f}" for seconds in figures) + "\n")
