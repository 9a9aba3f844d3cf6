"""The council that is measured on: the demo's, at work on its first cycle, and seats to press."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice

from sqlalchemy import delete, func, insert, select, update

from bench.lab.load import Json, NotTakenError, Teams, chat_of
from demo.seeding import seed
from domain.audits.audit import AuditState, NewAudit, NewCycle, NewSeat, Seat, SeatState
from domain.duties import DutyState
from domain.people.person import Person
from domain.refs import Ref
from settings import Settings
from storage.migrate import upgrade
from storage.tables import audits, deliveries, duties, outbox, seats
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from usecases.audits.allocating import offer
from usecases.council import Council
from usecases.cycles.beginning import begin_cycles
from usecases.ports import UnitOfWork
from wiring import make_council, make_units

LIVE = (SeatState.OFFERED, SeatState.ACCEPTED)
DUE_WITHIN = timedelta(days=21)
BEGUN_BY = timedelta(days=7)
"""The printed day of a cycle may be a bank holiday or a Sunday; after a week it has begun."""
_DAYS = count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A fresh seat, and who can accept it by pressing the button on which card."""

    seat: Ref
    version: int
    account: str
    card: str

    def activity(self, teams: Teams) -> Json:
        """The press as Teams sends it."""
        data = {"id": str(self.seat), "version": self.version}
        return teams.press(self.account, "accept_audit", data, self.card)


@dataclass(frozen=True, slots=True)
class Town:
    """One database with the council in it."""

    units: SqlUnitsOfWork
    council: Council
    _pressed: set[int] = field(default_factory=set)

    async def begin(self, moment: datetime) -> None:
        """Let the cards of the seeded cycle go out, whatever day of the week the bench runs on."""
        async with self.units() as uow:
            await begin_cycles(uow, self.council, moment)
            await uow.commit()

    async def accounts(self) -> Sequence[str]:
        """Those who have something in their list of work, by their Entra id."""
        async with self.units(reading=True) as uow:
            people = (await uow.people.all()).values()
            busy = [p for p in people if await uow.duties.open_of(p.id)]
        return [person.aad_object_id for person in busy if person.aad_object_id]

    async def everybody(self) -> Sequence[str]:
        """All who can sign in: any of them may be given a seat, and have a chat then."""
        async with self.units(reading=True) as uow:
            people = (await uow.people.all()).values()
        return [person.aad_object_id for person in people if person.aad_object_id]

    async def fresh_seats(self, number: int) -> Sequence[Press]:
        """So many newly offered seats whose cards stand in their holders' chats.

        Those of the round before are over and done with: a council has not thousands open.
        """
        now = datetime.now(UTC)
        async with self.units() as uow:
            await self._clear(uow, now)
            drawn = await self._draw(uow, number)
            cycle = await uow.audits.open_cycle(self._cycle(), drawn, now)
            people = await uow.people.all()
            fresh = await self._begun(uow, cycle or 0, now)
            presses = [await self._offer(uow, seat, people, now) for seat in fresh]
            await uow.connection.execute(delete(outbox))
            await uow.commit()
        self._pressed.update(seat.id for seat in fresh)
        return presses

    async def check_accepted(self) -> None:
        """Every press was real work; raises NotTakenError."""
        done = select(func.count()).where(
            seats.c.id.in_(self._pressed), seats.c.state == SeatState.ACCEPTED
        )
        async with self.units(reading=True) as uow:
            accepted = (await uow.connection.execute(done)).scalar_one()
        if accepted != len(self._pressed):
            raise NotTakenError(f"{accepted} of {len(self._pressed)} presses were accepted")

    async def clear(self) -> None:
        """Nothing of a round is left to do when the next one is measured."""
        async with self.units() as uow:
            await self._clear(uow, datetime.now(UTC))
            await uow.commit()

    async def _clear(self, uow: SqlUnitOfWork, now: datetime) -> None:
        run, pressed = uow.connection.execute, self._pressed
        await run(update(seats).where(seats.c.id.in_(pressed)).values(state=SeatState.SUBMITTED))
        theirs = select(seats.c.audit_id).where(seats.c.id.in_(pressed))
        await run(update(audits).where(audits.c.id.in_(theirs)).values(state=AuditState.CANCELLED))
        subjects = [Ref("seat", str(seat)) for seat in pressed]
        over = update(duties).where(duties.c.subject.in_(subjects))
        await run(over.values(state=DutyState.DONE, closed_at=now))
        await run(delete(outbox))
        pressed.clear()

    async def _begun(self, uow: UnitOfWork, number: int, now: datetime) -> list[Seat]:
        """The seats of a cycle whose cards have gone out, for all that the clock knows."""
        cycle = await uow.audits.cycle(number)
        if cycle is None or not await uow.audits.begin(cycle, noticed_at=now, offered_at=now):
            raise NotTakenError("the cycle that is measured could not be opened")
        return [seat for _, both in await uow.audits.of_cycle(number) for seat in both]

    async def _draw(self, uow: UnitOfWork, number: int) -> tuple[NewAudit, ...]:
        """Audits of two seats each, given round and round to those who may hold them."""
        programme = next(iter(self.council.framework.programmes.values()))
        people = (await uow.people.all()).values()
        able = {s.key: [p.id for p in people if p.holds(frozenset(s.eligible_roles))]
                for s in programme.seats}  # fmt: skip
        cases = islice(await uow.cases.all(), number // len(able))
        return tuple(
            NewAudit(case_ref=ref, seats=tuple(
                NewSeat(role=role, holder=ids[place % len(ids)], due_on=_due(), why="To measure")
                for role, ids in able.items()
            ))
            for place, ref in enumerate(cases)
        )  # fmt: skip

    def _cycle(self) -> NewCycle:
        framework = self.council.framework
        return NewCycle(
            framework=framework.id,
            programme=next(iter(framework.programmes)),
            opens_on=date(2001, 1, 1) + timedelta(days=next(_DAYS)),
            due_on=_due(),
            seed=1,
            pool_size=1,
            opened_by="bench",
        )

    async def _offer(
        self, uow: SqlUnitOfWork, seat: Seat, people: Mapping[str, Person], now: datetime
    ) -> Press:
        about, account = Ref("seat", str(seat.id)), people[seat.holder or ""].aad_object_id or ""
        await offer(uow, self.council, seat, now)
        await uow.trail.record(
            about, "allocate_seat", actor="bench", now=now, details={"version": seat.version}
        )
        card = f"sent-before-{seat.id}"
        stands = insert(deliveries).values(
            kind="audit_allocated",
            subject=about,
            recipient=seat.holder,
            conversation_id=chat_of(account),
            activity_id=card,
            sent_at=now,
        )
        await uow.connection.execute(stands)
        return Press(seat=about, version=seat.version, account=account, card=card)


@asynccontextmanager
async def furnished(settings: Settings) -> AsyncIterator[Town]:
    """The database of the settings, migrated and filled; nothing waits to be sent."""
    await upgrade(settings.database_url)
    units, council = make_units(settings), make_council(settings)
    try:
        now = datetime.now(UTC)
        await seed(units, council, now)
        town = Town(units, council)
        await town.begin(now + BEGUN_BY)
        await town.clear()
        yield town
    finally:
        await units.close()


def _due() -> date:
    return datetime.now(UTC).date() + DUE_WITHIN
