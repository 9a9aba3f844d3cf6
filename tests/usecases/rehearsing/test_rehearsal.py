"""What is rehearsed is what is sent: line by line, and nothing is changed by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.painting import Painted
from domain.calendar.working_days import local
from domain.delivery.message import Message
from domain.people.person import Absence
from domain.sending import Sending
from scheduler.running import run_tick
from scheduler.scans import scans
from scheduler.tick import ticks
from storage import tables
from storage.copying import copied
from storage.upcoming import Upcoming
from storage.work import SqlUnitsOfWork
from tests.bot.delivery.desk import Desk
from tests.cast import PEOPLE
from tests.fake_teams import FakeTeams
from tests.town import Town, council_of
from usecases.ports import UnitOfWork
from usecases.rehearsing.clockwork import BEFORE, Clockwork
from usecases.rehearsing.rehearsal import rehearse
from usecases.showing import paint

EVE = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
NIGHT = {1, 2, 3, 4, 5, 20, 21, 22, 23}
"""Hours in which nothing of these states moves; they are left out to be quick."""
FINE, COARSE = timedelta(minutes=5), timedelta(hours=1)
PEERS = {"herefordshire": ("ada", "ivy", "chip"), "sefton": ("ada", "ivy", "tess")}
NAMES = {one.id: one.name for one in PEOPLE.values()}


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    playing = await FakeTeams.start()
    yield playing
    await playing.close()


class Service(Desk):
    """The real ticks and the real dispatcher, at moments that the test names."""

    def __init__(self, town: Town, teams: FakeTeams) -> None:
        super().__init__(town.units, teams)
        self.town = town
        self.drawn: dict[tuple[str, str, str], str] = {}

    async def paint(self, uow: UnitOfWork, message: Message, now: datetime) -> Painted | None:
        card = await paint(uow, self.town.council, message, now)
        if card is None:
            return None
        key = (message.kind, str(message.subject), message.recipient)
        words = message.kind.replace("_", " ").capitalize()
        self.drawn[key] = card.summary or words
        return Painted(card=card.render(), summary=card.summary, lane=message.lane)

    async def lives(self, first: datetime, last: datetime, every: timedelta) -> list[Sending]:
        """Everything that is really sent from one moment to another."""
        found: list[Sending] = []
        why = {scan.name: scan.why for scan in scans()}
        self.now = first
        while self.now <= last:
            if local(self.now).hour in NIGHT:
                self.now += every
                continue
            found += await self._sent(BEFORE)
            for tick in ticks().values():
                if await run_tick(tick, self.units, self.town.council, self.now):
                    found += await self._sent(why[tick.name])
            self.now += every
            self.seconds.now += every.total_seconds()
        return found

    async def _sent(self, why: str) -> list[Sending]:
        known = {row["id"] for row in await rows(self.units, "deliveries")}
        await self.dispatcher.drain(self.now)
        new = [row for row in await rows(self.units, "deliveries") if row["id"] not in known]
        return [
            Sending(
                at=self.now,
                who=NAMES[row["recipient"]],
                kind=row["kind"],
                what=self.drawn[row["kind"], str(row["subject"]), row["recipient"]],
                why=why,
            )
            for row in new
        ]


async def rows(units: SqlUnitsOfWork, table: str) -> list[dict[str, Any]]:
    async with units(reading=True) as uow:
        found = await uow.connection.execute(select(tables.metadata.tables[table]))
        return [dict(row) for row in found.mappings()]


async def everything(units: SqlUnitsOfWork) -> dict[str, list[dict[str, Any]]]:
    return {table.name: await rows(units, table.name) for table in tables.metadata.sorted_tables}


async def foreseen(town: Town, first: datetime, last: datetime) -> list[Sending]:
    async with copied(town.units) as copy:
        upcoming = Upcoming(copy, town.council.withdraw_for)
        clock = Clockwork(copy, town.council, scans(), upcoming.next)
        return await rehearse(clock, NAMES, first, last)


async def any_state(town: Town, seed: int) -> None:
    """Audits that stand somewhere, people away or gone, a message that waits."""
    draw = Random(seed)  # noqa: S311 - a repeatable state, not a secret
    town.now = EVE - timedelta(days=draw.randrange(8))
    for ref in draw.sample(["C-23087", "C-23145", "C-24113", "C-24177"], 3):
        lead = "tess" if ref.startswith("C-23") else "theo"
        others = [one for one in PEERS[town.council.framework.id] if one != lead]
        seats = [seat.key for seat in town.council.framework.programme(town.programme).seats]
        holders: Any = dict(zip(seats[::-1], (draw.choice(others), lead), strict=False))
        await town.audit(ref, town.now.date() + timedelta(days=draw.randrange(40)), **holders)
        if draw.random() < 0.5 and (town.chat(holders[seats[-1]]).cards):
            for posted in town.chat(holders[seats[-1]]).cards[-1:]:
                if posted.kind == "audit_allocated":
                    await town.chat(holders[seats[-1]]).press("accept_audit")
    gone = Absence(
        first_day=EVE.date(),
        last_day=EVE.date() + timedelta(days=3),
        cover=draw.choice(["mo", None]),
    )
    async with town.units() as uow:
        await uow.people.put_absence(draw.choice(["ada", "tess"]), gone)
        await uow.commit()
    town.now = EVE


def lines(found: list[Sending]) -> list[str]:
    return sorted(each.line for each in found)


@pytest.mark.parametrize(("council", "seed"), [("herefordshire", 1), ("sefton", 2)])
async def test_what_is_rehearsed_is_what_is_sent(
    units: SqlUnitsOfWork, teams: FakeTeams, council: str, seed: int
) -> None:
    town = Town(units, council_of(council))
    await town.move_in()
    await any_state(town, seed)
    async with Service(town, teams) as service:
        await service.knows(*(one for one in PEOPLE if one != "wanda"))  # she has not the app
        first, last = EVE.replace(hour=7), EVE + timedelta(days=2)
        told = await foreseen(town, first, last)
        really = await service.lives(first, last, COARSE)
    assert lines(told) == lines(really)
    assert len(told) > 3


async def test_it_is_true_within_the_hour_as_well(herefordshire: Town, teams: FakeTeams) -> None:
    """Ten minutes after the last submission the two are compared, whatever the clock shows."""
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("tess", "ada"):
        await town.chat(name).press("start_audit")
        await town.chat(name).grades(*["good"] * 6, overall="good")
    async with Service(town, teams) as service:
        await service.knows(*PEOPLE)
        told = await foreseen(town, town.now, town.now + timedelta(minutes=50))
        really = await service.lives(town.now, town.now + timedelta(minutes=50), FINE)
    assert lines(told) == lines(really)
    assert {each.at - town.now for each in told if each.kind == "audit_findings"} == {
        timedelta(minutes=10)
    }


async def test_a_rehearsal_changes_nothing(sefton: Town, teams: FakeTeams) -> None:
    await any_state(sefton, 3)
    async with Service(sefton, teams) as service:
        await service.knows(*PEOPLE)
        before = await everything(sefton.units)
        assert await foreseen(sefton, EVE, EVE + timedelta(hours=20))
        assert await everything(sefton.units) == before


async def test_whoever_writes_is_not_held_up_by_a_rehearsal(herefordshire: Town) -> None:
    """The copy is made of what was committed; a transaction that is open stays as it is."""
    async with herefordshire.units() as uow, copied(herefordshire.units) as copy:
        await uow.people.put([PEOPLE["ada"]])
        async with copied(herefordshire.units) as another, another(reading=True) as read:
            assert await read.people.get("tess") is not None
        async with copy(reading=True) as read:
            assert await read.people.get("wes") is not None
        await uow.commit()


async def test_words_stay_sealed_in_the_copy(herefordshire: Town) -> None:
    """What the copy's file holds is what the database holds: no word of a person is in clear."""
    town = herefordshire
    await town.audit("C-23087", lead="tess", peer="ada")
    await town.chat("ada").press("start_audit")
    await town.chat("ada").press("save_area", grade="good", evidence="canary of a person")
    async with copied(town.units) as copy:
        path = copy.engines.reading.url.database or ""
        with open(path, "rb") as file:  # noqa: ASYNC230, PTH123 - a small file of the test's own
            assert b"canary of a person" not in file.read()
        async with copy(reading=True) as uow:
            seat = next(s for s in await uow.audits.live_seats() if s.holder == "ada")
            kept = await uow.assessments.of_seat(seat.id)
            assert kept is not None
            assert kept.area(1).evidence == "canary of a person"
