"""The cast at work: use cases and conversations on a real database, with chats but no Teams.

A chat shows what Teams would: cards that were sent, and each of them brought up to date in
place. People press the buttons that stand on their cards, so a test cannot press what nobody sees
unless it says so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from domain.audits.audit import Audit, AuditState, NewAudit, NewCycle, NewSeat, Seat
from domain.audits.draw import Draw
from domain.calendar.working_days import WorkingCalendar
from domain.delivery.message import Message
from domain.duties import Duty
from domain.frameworks.deadlines import due_on
from domain.frameworks.framework import Framework
from domain.people.person import Absence, Person
from domain.refs import Ref
from domain.trail import Entry
from engines.assignment import HungarianAssigner
from engines.bank_holidays import ClosedDays
from imports.framework_files import load_framework
from scheduler.tick import Run
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.cast import ADA, CASES, CORA, IVY, PEOPLE
from tests.cast_leicestershire import OTHERS
from tests.chat import Chat, Posted
from tests.talking import note_everything
from usecases.council import Council
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Order, Plan, plan_cycle
from usecases.cycles.settle_audits import settle_audits
from usecases.showing import paint

T = TypeVar("T")

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
OPENS = date(2026, 12, 1)
MORNING = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
MOST_ROUNDS = 100


@cache
def framework(council: str) -> Framework:
    """A council's own file, read once."""
    return load_framework(FRAMEWORKS, council)


def council_of(name: str) -> Council:
    """The council with the engines of the service."""
    return Council(
        framework=framework(name),
        calendar=WorkingCalendar(ClosedDays()),
        assigner=HungarianAssigner(),
    )


@dataclass
class Town:
    """One council on one database; ``now`` is the hand of its clock."""

    units: SqlUnitsOfWork
    council: Council
    now: datetime = MORNING
    chats: dict[str, list[Posted]] = field(default_factory=dict)
    _ids: int = 0

    def chat(self, person_id: str) -> Chat:
        """Somebody's chat with the bot."""
        return Chat(self, person_id)

    def later(self, **time: float) -> None:
        """Let time go by."""
        self.now += timedelta(**time)

    async def move_in(self, others: Iterable[Person] = ()) -> None:
        """Write the cast and its records; ``others`` are people of this council alone."""
        async with self.units() as uow:
            await uow.people.put((PEOPLE | {one.id: one for one in others}).values())
            await uow.cases.put(CASES.values())
            await uow.commit()

    async def away(self, person_id: str, *, cover: str | None = None) -> None:
        """Somebody is away for the next four weeks."""
        day = self.now.date()
        absence = Absence(first_day=day, last_day=day + timedelta(weeks=4), cover=cover)
        async with self.units() as uow:
            await uow.people.put_absence(person_id, absence)
            await uow.commit()

    async def hires(self, *people: Person) -> None:
        """Write people as they are given, new or known."""
        async with self.units() as uow:
            await uow.people.put(people)
            await uow.commit()

    async def duties(self, person_id: str) -> list[Duty]:
        """Somebody's open duties, soonest first."""
        return await self.read(lambda uow: uow.duties.open_of(person_id))

    async def plan(self, opens_on: date = OPENS, *, seed: int = 7) -> Plan:
        """What opening this council's monthly audit would do."""
        order = Order(programme=self.programme, opens_on=opens_on, seed=seed, opened_by=CORA.id)
        async with self.units(reading=True) as uow:
            return await plan_cycle(uow, self.council, order)

    async def open_cycle(self, plan: Plan) -> int:
        """Open what was planned, and let the cards go out."""
        async with self.units() as uow:
            cycle = await open_cycle(uow, self.council, plan, self.now)
            await uow.commit()
        await self.deliver()
        return cycle

    async def audit(
        self, ref: str, opens_on: date = OPENS, *, talked: bool = True, **holders: str | None
    ) -> int:
        """Open a cycle of one record whose seats are given by hand; gives the audit's id.

        ``talked``: everything besides grades is noted already.
        """
        programme = self.council.framework.programme(self.programme)
        dues = {s.key: due_on(s.due, opens_on, self.council.calendar) for s in programme.seats}
        seats = tuple(
            NewSeat(role=s.key, holder=holders[s.key], due_on=dues[s.key], why="By hand")
            for s in programme.seats
        )
        cycle = NewCycle(
            framework=self.council.framework.id,
            programme=self.programme,
            opens_on=opens_on,
            due_on=max(dues.values()),
            seed=7,
            pool_size=len(CASES),
            opened_by=CORA.id,
        )
        drawn = Draw(
            chosen=(CASES[ref],), skipped_recent=(), repeats=(), short={}, pool_size=len(CASES)
        )
        people = await self.read(lambda uow: uow.people.all())
        audits = (NewAudit(case_ref=ref, seats=seats),)
        cycle_id = await self.open_cycle(
            Plan(programme=programme, cycle=cycle, audits=audits, draw=drawn, people=people)
        )
        audit_id = (await self.audits(cycle_id))[0][0].id
        if talked:
            await note_everything(self.units, audit_id, self.now)
        return audit_id

    @property
    def programme(self) -> str:
        """The key of the council's monthly audit."""
        return next(iter(self.council.framework.programmes))

    async def read(self, look: Callable[[SqlUnitOfWork], Awaitable[T]]) -> T:
        """Something out of the database."""
        async with self.units(reading=True) as uow:
            return await look(uow)

    async def audits(self, cycle_id: int) -> list[tuple[Audit, list[Seat]]]:
        """A cycle's audits with their seats."""
        return await self.read(lambda uow: uow.audits.of_cycle(cycle_id))

    async def seat(self, audit_id: int, role: str) -> Seat:
        """One seat of an audit as it is now."""
        seats = await self.read(lambda uow: uow.audits.seats_of(audit_id))
        return next(seat for seat in seats if seat.role == role)

    async def state(self, audit_id: int) -> AuditState:
        """How far an audit has come."""
        audit = await self.read(lambda uow: uow.audits.get(audit_id))
        assert audit is not None
        return audit.state

    async def trail(self, kind: str, key: int | str) -> list[Entry]:
        """What was done to a subject, oldest first."""
        return await self.read(lambda uow: uow.trail.of(Ref(kind, str(key))))

    async def settle(self) -> int:
        """Let the clock compare what is in."""
        async with self.units() as uow:
            moved = await settle_audits(uow, self.council, self.now)
            await uow.commit()
        await self.deliver()
        return moved

    async def tick(self, run: Run) -> int:
        """Let the clock do one of its scans, and the cards go out."""
        async with self.units() as uow:
            moved = await run(uow, self.council, self.now)
            await uow.commit()
        await self.deliver()
        return moved

    async def deliver(self) -> list[Posted]:
        """Send whatever waits, as the dispatcher would; gives the new cards in order."""
        new: list[Posted] = []
        for _ in range(MOST_ROUNDS):
            if not (messages := await self._claim()):
                return new
            for message in messages:
                new += await self._send(message)
        raise AssertionError("the outbox does not run dry")

    async def _claim(self) -> Sequence[Message]:
        async with self.units() as uow:
            found = await uow.outbox.claim(now=self.now, lease=LEASE, limit=100)
            await uow.commit()
        return found

    async def _send(self, message: Message) -> list[Posted]:
        chat = self.chats.setdefault(message.recipient, [])
        async with self.units() as uow:
            card = await paint(uow, self.council, message, self.now)
            if card is None:
                await uow.outbox.dead(message, now=self.now, error="moot")
                await uow.commit()
                return []
            stands = await _id_of(uow, message)
            old = next((posted for posted in chat if posted.id == stands), None)
            posted = old or self._post(message)
            posted.card = card.render()
            await uow.outbox.sent(
                message,
                conversation_id=message.recipient,
                activity_id=str(posted.id),
                now=self.now,
            )
            await uow.commit()
        return [] if old else [posted]

    def _post(self, message: Message) -> Posted:
        self._ids += 1
        posted = Posted(kind=message.kind, about=message.subject, card={}, id=self._ids)
        self.chats[message.recipient].append(posted)
        return posted


async def _id_of(uow: SqlUnitOfWork, message: Message) -> int | None:
    delivery = await uow.outbox.delivery(message.delivery_id) if message.delivery_id else None
    return int(delivery.activity_id) if delivery else None


@pytest.fixture
async def herefordshire(units: SqlUnitsOfWork) -> Town:
    """The cast under Herefordshire's framework: a lead and a peer, six areas."""
    return await _town(units, "herefordshire")


@pytest.fixture
async def sefton(units: SqlUnitsOfWork) -> Town:
    """The cast under Sefton's framework: one auditor, eight areas, six months back."""
    return await _town(units, "sefton")


@pytest.fixture
async def somerset(units: SqlUnitsOfWork) -> Town:
    """The cast under Somerset's framework: an evaluator, then a moderator; audits after events."""
    return await _town(units, "somerset")


@pytest.fixture
async def leicestershire(units: SqlUnitsOfWork) -> Town:
    """The cast and a second line of managers under Leicestershire's framework: findings only."""
    return await _town(units, "leicestershire", OTHERS.values())


@pytest.fixture
async def city_of_london(units: SqlUnitsOfWork) -> Town:
    """The cast under the City of London's framework: Ada and Ivy are its independent auditors."""
    auditors = (replace(one, roles=frozenset({"independent_auditor"})) for one in (ADA, IVY))
    runs = replace(CORA, roles=frozenset({"safeguarding_qa_service_manager"}))
    return await _town(units, "city-of-london", [*auditors, runs])


async def _town(units: SqlUnitsOfWork, council: str, others: Iterable[Person] = ()) -> Town:
    town = Town(units, council_of(council))
    await town.move_in(others)
    return town
