"""Works an outbox off with the real dispatcher and a Connector that does nothing, and times it.

``python -m bench.lab.draining DATABASE ROWS CARD`` prints the seconds. CARD ``none`` sends an
empty card, as a queue's job does nothing; ``welcome`` draws a real one for each person.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime
from uuid import uuid4

import aiohttp

from bench.lab.identity import BOT_ID, TENANT
from bench.lab.load import NotTakenError
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.limits import Limits
from bot.delivery.means import Means, Pace
from bot.delivery.painting import Painted
from bot.incoming import Json
from bot.metrics import Metrics
from bot.teams.connector import Chat, Connector
from bot.teams.hosts import ServiceHosts
from bot.teams.outcomes import Outcome, Sent
from bot.teams.tokens import Tokens
from domain.delivery.message import Address, Message, MessageState
from domain.people.person import Person
from domain.refs import Ref
from settings import Settings
from storage.cipher import Cipher
from storage.work import SqlUnitsOfWork, open_units
from usecases.ports import UnitOfWork
from usecases.showing import paint
from wiring import make_council

UNLIMITED = 1e9  # Teams' own limits are far below what is measured here
LONGEST = 300.0


class Nowhere(Connector):
    """Takes everything at once and sends nothing; tells when it has taken so many."""

    def __init__(self, session: aiohttp.ClientSession, rows: int) -> None:
        tokens = Tokens(session, None, clock=time.monotonic)
        super().__init__(session, tokens, ServiceHosts(local=True))
        self._left = rows
        self.all_taken = asyncio.Event()

    async def send(self, chat: Chat, activity: Json) -> Outcome:
        """Taken."""
        del chat, activity
        self._left -= 1
        if self._left == 0:
            self.all_taken.set()
        return Sent(uuid4().hex)


async def drained(database: str, rows: int, card: str) -> float:
    """Seconds until every row was sent and durably acknowledged."""
    units = open_units(database, Cipher([Cipher.new_key()]))
    await _fill(units, rows)
    async with aiohttp.ClientSession() as session:
        nowhere = Nowhere(session, rows)
        dispatcher = Dispatcher(_means(units, nowhere, card), Pace())
        began = time.perf_counter()
        dispatcher.start()
        async with asyncio.timeout(LONGEST):
            await nowhere.all_taken.wait()
        await dispatcher.stop()  # it ends when the last one is acknowledged
        seconds = time.perf_counter() - began
    await _check_sent(units, rows)
    await units.close()
    return seconds


def _means(units: SqlUnitsOfWork, nowhere: Nowhere, card: str) -> Means:
    return Means(
        units=units,
        paint=_drawn if card == "welcome" else _empty,
        connector=nowhere,
        limits=Limits(clock=time.monotonic, rate=UNLIMITED),
        metrics=Metrics(),
        clock=lambda: datetime.now(UTC),
    )


async def _empty(uow: UnitOfWork, message: Message, now: datetime) -> Painted | None:
    del uow, message, now
    return Painted(card={}, summary="")


COUNCIL = make_council(Settings.model_validate({"QA_ENV": "local"}))


async def _drawn(uow: UnitOfWork, message: Message, now: datetime) -> Painted | None:
    card = await paint(uow, COUNCIL, message, now)
    return Painted(card=card.render(), summary=card.summary) if card else None


async def _fill(units: SqlUnitsOfWork, rows: int) -> None:
    """One row for each of so many people: nobody waits for anybody else's message."""
    now = datetime.now(UTC)
    people = [Person(id=f"P{number}", name=f"Person {number}") for number in range(rows)]
    async with units() as uow:
        await uow.people.put(people)
        for person in people:
            await uow.addresses.remember(address(person), now)
            await uow.outbox.send("welcome", Ref("person", person.id), person.id, now=now)
        await uow.commit()


def address(person: Person) -> Address:
    """Where somebody's chat is."""
    return Address(
        person_id=person.id,
        tenant_id=TENANT,
        aad_object_id=person.id,
        teams_user_id=f"29:{person.id}",
        bot_id=BOT_ID,
        conversation_id=f"a:{person.id}",
        service_url="http://127.0.0.1/",
    )


async def _check_sent(units: SqlUnitsOfWork, rows: int) -> None:
    async with units(reading=True) as uow:
        counts = await uow.outbox.counts(now=datetime.now(UTC))
    if counts.by_state != {MessageState.SENT: rows}:
        raise NotTakenError(f"of {rows} messages became {counts.by_state}")


if __name__ == "__main__":
    seconds = asyncio.run(drained(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
    sys.stdout.write(f"{seconds}\n")
