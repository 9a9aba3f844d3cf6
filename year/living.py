"""Twelve months of one council, day by day: the clock, then the people, morning and afternoon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random

from domain.calendar.working_days import LONDON
from domain.delivery.message import Address
from domain.people.person import Absence, Person
from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from usecases.council import Council
from usecases.pressing import Outcome
from usecases.rehearsing.clockwork import Scan
from usecases.rehearsing.posting import Post, Sent
from year.chats import Chats, Standing
from year.council import Folk, make_folk
from year.counting import count_duties, count_escalations, duties_reached
from year.filling import Hand
from year.happening import Said, said_in
from year.happening import Scene as Plans
from year.ledger import Ledger, Served
from year.reader import Readers, Shown
from year.registers import new_registers
from year.subjects import subjects_of
from year.tracing import Reached, caused_by

DAYS = 365
EARLY, NINE, TEN, LATER = time(8), time(9), time(10), time(15)
DELAYS = (0,) * 7 + (2, 3, 12)
"""Days until somebody comes to a card: most at once, some late, one of ten far too late."""
LEAVE = timedelta(days=13)
SEED = 2611
GROW = frozenset({"grading", "serious_incident"})
"""Cards that come to another area, or another step, with each press."""


@dataclass
class Life:
    """One council's year on a database of its own."""

    units: SqlUnitsOfWork
    council: Council
    scans: Sequence[Scan]
    first: date
    says: Callable[[date], None] = lambda _: None
    days: int = DAYS
    ledger: Ledger = field(init=False)
    folk: Folk = field(init=False)
    _chats: Chats = field(init=False, default_factory=Chats)
    _draw: Random = field(init=False)
    _used: Counter[tuple[str, str]] = field(init=False, default_factory=Counter)
    _seen: set[tuple[str, str, str]] = field(init=False, default_factory=set)
    _today: date = field(init=False)

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.council.framework)
        self.folk = make_folk(self.council.framework, self.first)
        self._draw = Random(SEED)  # noqa: S311 - a repeatable year, not a secret
        self._today = self.first
        self._post = Post(self.units, self.council, changes=False)
        self._readers = Readers(
            units=self.units, council=self.council, tells=self._shown, pressed=self._pressed
        )
        self._heard: list[Shown] = []

    async def live(self) -> Ledger:
        """The whole year; gives its ledger."""
        days = [self.first + timedelta(days=number) for number in range(DAYS)]
        year = [day for day in days if self.council.calendar.is_working(day)]
        await self._move_in(year)
        working = [day for day in year if day < self.first + timedelta(days=self.days)]
        plans = Plans(framework=self.council.framework, folk=self.folk, days=year, draw=self._draw)
        said = said_in(plans)
        month = 0
        for before, day in pairwise((working[0], *working)):
            self._today = day
            self.says(day)
            if day.month != before.month:
                month += 1
                self.folk = await new_registers(self.units, self.folk, month, _at(day, EARLY))
            await self._day(day, said.get(day, []))
        await self._count()
        return self.ledger

    async def _day(self, day: date, said: Sequence[Said]) -> None:
        await self._clock(_at(day, NINE))
        now = _at(day, TEN)
        for one in said:
            await self._typed(one, now)
        await self._work(day, now)
        await self._work(day, _at(day, LATER))

    async def _clock(self, now: datetime) -> None:
        """Every scan, and what it sends."""
        async with self.units() as uow:
            for scan in self.scans:
                await scan.whole(uow, self.council, now)
            await uow.commit()
        await self._deliver(now)

    async def _deliver(self, now: datetime) -> None:
        for sent in await self._post.send_all(now):
            self._chats.take(sent, self._today + timedelta(days=self._draw.choice(DELAYS)))
            if sent.fresh:
                self.ledger.cards[sent.message.kind] += 1
                await self._trace_sent(sent)

    async def _work(self, day: date, now: datetime) -> None:
        """Whoever is here comes to the cards that wait for them."""
        people = {one.id: one for one in self.folk.people}
        for person, standing in list(self._chats.to_open(day)):
            one = people[person]
            if one.absence_on(day) or not one.here_on(day):
                continue
            standing.open_on = None
            standing.visits += 1
            await self._readers.visit(person, standing, self._hand(one), now)
        await self._settle(now)

    async def _typed(self, said: Said, now: datetime) -> None:
        """Somebody types and works with the answer."""
        person = next(one for one in self.folk.people if one.id == said.person)
        if person.absence_on(now.date()) or not person.here_on(now.date()):
            return
        reply = await self._readers.says(said.person, said.text, now)
        about = getattr(reply.card, "ref", None) if reply else None
        if reply and reply.card and isinstance(about, Ref):
            standing = Standing(
                home=(reply.card.kind, about),
                kind=reply.card.kind,
                card=reply.card.render(),
                chat="",
                activity="",
                open_on=None,
            )
            self._shown(Shown(person=person.id, kind=standing.kind, about=about))
            await self._readers.visit(person.id, standing, self._hand(person), now)

    async def _settle(self, now: datetime) -> None:
        """What presses brought about goes out, and what was shown is traced."""
        await self._deliver(now)
        shown, self._heard = self._heard, []
        for one in shown:
            await self._trace(one.kind, one.about, one.person, self._today)

    def _hand(self, person: Person) -> Hand:
        mine = [case for case in self.folk.cases if person.id in {case.worker, case.iro}]
        team = [case for case in self.folk.cases if case.team == person.team]
        records = [case.ref for case in mine or team or self.folk.cases]
        names = [one.name for one in self.folk.people if one.id != person.id]
        return Hand(
            today=self._today,
            records=records,
            colleagues=names,
            draw=self._draw,
            used=self._used,
            subjects=subjects_of(self.council.framework, self.folk),
        )

    def _shown(self, shown: Shown) -> None:
        self._heard.append(shown)

    def _pressed(self, verb: str, outcome: Outcome) -> None:
        self.ledger.presses[verb] += 1
        if not outcome.done:
            self.ledger.refused[f"{verb}: {outcome.line[:90]}"] += 1

    async def _trace_sent(self, sent: Sent) -> None:
        message = sent.message
        await self._trace(message.kind, message.subject, message.recipient, self._today)

    async def _trace(self, kind: str, about: Ref, person: str, day: date) -> None:
        key = (kind, str(about), person)
        if key in self._seen and kind not in GROW:
            return
        self._seen.add(key)
        who = next((one for one in self.folk.people if one.id == person), None)
        if who is None:
            return
        async with self.units(reading=True) as uow:
            reached = Reached(uow=uow, council=self.council, kind=kind, about=about, person=who)
            entries = await caused_by(reached)
        self.ledger.note(entries, Served(day=day, kind=kind, person=person))

    async def _move_in(self, days: Sequence[date]) -> None:
        """Everybody is in the staff list, has the app, and takes leave once."""
        people = [self._with_leave(one, days) for one in self.folk.people]
        self.folk = Folk(people=tuple(people), cases=self.folk.cases)
        now = _at(self.first - timedelta(days=1), NINE)
        async with self.units() as uow:
            await uow.people.put(people)
            await uow.cases.put(self.folk.cases)
            for one in people:
                await uow.addresses.remember(_address(one), now)
                for absence in one.absences:
                    await uow.people.put_absence(one.id, absence)
            await uow.commit()

    def _with_leave(self, person: Person, days: Sequence[date]) -> Person:
        first = self._draw.choice(days)
        cover = person.line_manager if self._draw.random() < 0.5 else None
        away = Absence(first_day=first, last_day=first + LEAVE, cover=cover)
        return _with(person, away)

    async def _count(self) -> None:
        async with self.units(reading=True) as uow:
            await count_duties(uow, self.ledger)
            self.ledger.escalations = await count_escalations(uow)
            reached = await duties_reached(uow)
        for duty in reached:
            await self._trace(duty.kind, duty.about, duty.person, duty.day)


def _with(person: Person, away: Absence) -> Person:
    return replace(person, absences=(away,))


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(UTC)


def _address(person: Person) -> Address:
    return Address(
        person_id=person.id,
        tenant_id="tenant-of-the-year",
        aad_object_id=person.aad_object_id or "",
        teams_user_id=f"29:{person.id}",
        bot_id="28:practice-loop",
        conversation_id=f"chat-{person.id}",
        service_url="https://teams.example/",
    )
