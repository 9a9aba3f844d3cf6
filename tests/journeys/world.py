"""The whole service on one side, Teams on the other, and the cast in between.

What people do goes through the real HTTP endpoint with signed tokens; what the service sends goes
to the fake Teams. Only the clock is ours: it stands still unless a story moves it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

import typer
from sqlalchemy import Table, select
from typer.testing import CliRunner

from cli import cycles, responses
from cli.service import Service
from domain.audits.audit import NewAudit, NewCycle, NewSeat
from domain.audits.draw import Draw
from domain.cases.case import Case
from domain.delivery.message import MessageState
from domain.frameworks.deadlines import due_on
from domain.people.person import Absence, Person
from exports.ledger_book import write_ledger
from scheduler.running import run_tick
from scheduler.tick import ticks
from settings import Settings
from storage import tables
from storage.cipher import Cipher
from tests import cast, cast_leicestershire
from tests.fake_teams import FakeTeams, Json
from tests.journeys.clock import Clock
from tests.journeys.person import Somebody
from tests.talking import note_everything
from usecases.cycles.open_cycle import open_cycle
from usecases.cycles.planning import Plan
from wiring import Running, make_council, make_units, serving

LONGEST = 60.0  # real seconds: a service that is never done must fail the test, not hang it
Stored = dict[str, list[dict[str, Any]]]
NOT_STORIES = {"inbox"}  # that an activity came is noted even where it changed nothing


class World:
    """``async with World(…) as world``; people by their first names: ``world.tess``."""

    def __init__(self, teams: FakeTeams, settings: Settings, clock: Clock) -> None:
        self.teams = teams
        self.settings = settings
        self.clock = clock
        self.council = make_council(settings)
        self.units = make_units(settings)
        self.at_once = True
        """Whether everything that waits goes out after whatever somebody does."""
        self._running: Running | None = None
        self._service = AsyncExitStack()
        self.ada, self.ivy, self.chip = self._play(cast.ADA, cast.IVY, cast.CHIP)
        self.cora, self.hal, self.sam = self._play(cast.CORA, cast.HAL, cast.SAM)
        self.tess, self.theo, self.mo = self._play(cast.TESS, cast.THEO, cast.MO)
        self.wes, self.wanda, self.will = self._play(cast.WES, cast.WANDA, cast.WILL)
        self.zed = Somebody(cast.ZED_ACCOUNT, cast.ZED_NAME, teams, self._send)

    @property
    def running(self) -> Running:
        """The service, while it runs."""
        assert self._running is not None, "the service is not running"
        return self._running

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.running.port}"

    async def starts(self) -> None:
        """The service comes up."""
        service = serving(self.settings, clock=self.clock, seconds=self.clock.seconds)
        self._running = await self._service.enter_async_context(service)

    async def stops(self) -> None:
        """The service goes down; Teams and the database stay."""
        self._running = None
        await self._service.aclose()
        self._service = AsyncExitStack()

    async def moves_in(self, cases: Iterable[Case], people: Iterable[Person] = ()) -> None:
        """The staff list and the records are imported."""
        async with self.units() as uow:
            await uow.people.put([*cast.PEOPLE.values(), *people])
            await uow.cases.put(cases)
            await uow.commit()

    async def everybody_installs(self) -> None:
        """Everyone of the staff list adds the app."""
        for person in cast.PEOPLE:
            await self.named(person).installs()

    def named(self, person: str) -> Somebody:
        """Somebody of the cast by id."""
        found = getattr(self, person, None)
        if isinstance(found, Somebody):
            return found
        return self._play((cast.PEOPLE | cast_leicestershire.OTHERS)[person])[0]

    async def goes_away(self, person: str, first: date, last: date, cover: str) -> None:
        """Somebody is on leave."""
        absence = Absence(first_day=first, last_day=last, cover=cover)
        async with self.units() as uow:
            await uow.people.put_absence(person, absence)
            await uow.commit()

    def plays(self, person: Person) -> Somebody:
        """Somebody beside the cast, who stands in the staff list."""
        return self._play(person)[0]

    async def delivered(self) -> None:
        """Everything that is due goes out; what only waits for a limit is waited out.

        What waits for longer, as after a 429, stays, and so does what stands behind it.
        """
        async with asyncio.timeout(LONGEST):
            while await self._busy():
                await self.running.dispatcher.drain(self.clock())

    async def _busy(self) -> bool:
        """Whether something is being sent, or would be at the next look."""
        rows = await self.rows(tables.outbox)
        if any(row["state"] == MessageState.SENDING for row in rows):
            return True  # the service's own dispatcher has it in hand
        heads = _heads(row for row in rows if row["state"] == MessageState.WAITING)
        if any(row["due_at"] <= self.clock() for row in heads):
            return True
        limited = [row["due_at"] for row in heads if row["error_class"] == "limit"]
        if limited:
            self.clock.moves_to(min(limited))
        return bool(limited)

    async def passes(self, **by: float) -> None:
        """Time goes by, and the scheduler has its turn."""
        await self.delivered()
        self.clock.moves(**by)
        await self.ticks()

    async def ticks(self) -> None:
        """Every tick runs once, and what it queued goes out."""
        for tick in ticks().values():
            await run_tick(tick, self.running.units, self.running.council, self.clock())
        await self.delivered()

    async def runs(self, *words: str) -> str:
        """A command of the command line, on a machine of its own; gives what it printed."""
        app = typer.Typer()
        cycles.add_to(app, self._open_service)
        responses.add_to(app, self._open_service, write_ledger)
        result = await asyncio.to_thread(CliRunner().invoke, app, list(words))
        assert result.exit_code == 0, result.output
        if self._running:
            await self.delivered()
        return result.output

    @asynccontextmanager
    async def _open_service(self) -> AsyncIterator[Service]:
        units = make_units(self.settings)
        try:
            yield Service(units=units, council=self.council, clock=self.clock)
        finally:
            await units.close()

    async def opens_audit(self, case: str, *, talked: bool = True, **holders: str) -> None:
        """A cycle of one record whose seats are given by hand.

        ``talked``: everything besides grades is noted already.
        """
        programme = next(iter(self.council.framework.programmes.values()))
        today = self.clock().date()
        dues = {s.key: due_on(s.due, today, self.council.calendar) for s in programme.seats}
        seats = tuple(
            NewSeat(role=key, holder=holder, due_on=dues[key], why="By hand")
            for key, holder in holders.items()
        )
        cycle = NewCycle(
            framework=self.council.framework.id,
            programme=programme.key,
            opens_on=today,
            due_on=max(dues.values()),
            seed=7,
            pool_size=1,
            opened_by="cora",
        )
        async with self.units() as uow:
            plan = Plan(
                programme=programme,
                cycle=cycle,
                audits=(NewAudit(case_ref=case, seats=seats),),
                draw=Draw(chosen=(), skipped_recent=(), repeats=(), short={}, pool_size=1),
                people=await uow.people.all(),
            )
            cycle_id = await open_cycle(uow, self.council, plan, self.clock())
            ((audit, _),) = await uow.audits.of_cycle(cycle_id)
            await uow.commit()
        if talked:
            await note_everything(self.units, audit.id, self.clock())
        if self._running and self.at_once:
            await self.delivered()

    async def rows(self, table: Table) -> list[dict[str, Any]]:
        """Every row of a table."""
        async with self.units(reading=True) as uow:
            found = await uow.connection.execute(select(table).order_by(*table.primary_key))
            return [dict(row) for row in found.mappings()]

    async def everything(self) -> Stored:
        """The whole database, to see later what was changed."""
        stored = [t for t in tables.metadata.sorted_tables if t.name not in NOT_STORIES]
        return {table.name: await self.rows(table) for table in stored}

    async def changes(self, before: Stored) -> Stored:
        """Rows that are new or different, by table; empty where nothing was changed."""
        after = await self.everything()
        differ = {name: [r for r in rows if r not in before[name]] for name, rows in after.items()}
        return {name: rows for name, rows in differ.items() if rows}

    async def sends(self, activity: Json) -> Json | None:
        """Hand any activity to the bot; gives the JSON of its answer."""
        return await self._send(activity)

    async def _send(self, activity: Json) -> Json | None:
        status, body = await self.teams.deliver(self.url, activity)
        assert status == 200, (status, body)
        if self.at_once:
            await self.delivered()
        answer: Json | None = body
        return answer

    def _play(self, *people: Person) -> tuple[Somebody, ...]:
        return tuple(
            Somebody(person.aad_object_id or "", person.name, self.teams, self._send)
            for person in people
        )

    async def closes(self) -> None:
        """The end of the story."""
        await self.stops()
        await self.units.close()


def _heads(waiting: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The row of each recipient that goes before all others of theirs."""
    first: dict[str, dict[str, Any]] = {}
    for row in sorted(waiting, key=itemgetter("lane", "id")):
        first.setdefault(row["recipient"], row)
    return list(first.values())


def settings_for(
    teams: FakeTeams, database_url: str, framework: str, folder: Path, **others: object
) -> Settings:
    """A service with token checks on, whose Teams is the fake one."""
    return Settings.model_validate(
        {
            "QA_ENV": "local",
            "QA_PORT": 0,
            "QA_DATABASE_URL": database_url,
            "QA_FRAMEWORK": framework,
            "QA_FRAMEWORKS_FOLDER": folder,
            "QA_DATA_KEYS": Cipher.new_key(),
            "QA_TICK_SECONDS": 86_400,  # stories run the ticks themselves
            "QA_SERVICE_HOSTS": "127.0.0.1",
            "QA_OPENID_METADATA_URL": teams.openid_url,
            "QA_TOKEN_URL": teams.token_url,
            "QA_TOKEN_ISSUER": teams.issuer,
            "MicrosoftAppId": teams.app_id,
            "MicrosoftAppPassword": teams.secret,
            "MicrosoftAppTenantId": teams.tenant,
            **others,
        }
    )


def at(text: str) -> datetime:
    """A moment in UTC: ``at("2025-09-01 08:00")``."""
    return datetime.fromisoformat(f"{text}:00+00:00")
