"""Builds every object and plugs them together: the only place that does."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.heartbeat import Heartbeat
from bot.delivery.limits import Limits
from bot.delivery.means import Means, Pace
from bot.delivery.painting import Paint, Painted, painted_of
from bot.http.authentication import Authenticator, Rules
from bot.http.keys import SigningKeys
from bot.http.server import Check, Edge, make_app
from bot.metrics import Metrics
from bot.teams.adapter import TeamsAdapter
from bot.teams.connector import Connector
from bot.teams.downloads import Downloads
from bot.teams.handler import PracticeLoopHandler
from bot.teams.hosts import ServiceHosts
from bot.teams.tokens import Credentials, Tokens
from bot.teams.uploads import Uploads
from bot.turns.turns import Carrying, Onward, PracticeLoopTurns
from bot.turns.who import Whereabouts
from domain.calendar.working_days import WorkingCalendar
from domain.delivery.message import Message
from domain.sending import Sending
from engines.assignment import HungarianAssigner
from engines.bank_holidays import ClosedDays
from exports.duties_calendar import write_duties
from exports.handed import hand_actions, hand_ledger
from imports.dropped import read_dropped
from imports.framework_files import load_framework
from scheduler.running import Scheduler
from scheduler.scans import scans
from settings import Settings
from storage.cipher import Cipher
from storage.copying import copied
from storage.migrate import is_current
from storage.upcoming import Upcoming
from storage.work import SqlUnitsOfWork, open_units
from usecases.council import Council
from usecases.ports import UnitOfWork, UnitsOfWork
from usecases.rehearsing.clockwork import Clockwork
from usecases.rehearsing.rehearsal import rehearse
from usecases.responses.watching import report_overdue
from usecases.showing import paint

Clock = Callable[[], datetime]
Seconds = Callable[[], float]
LOCAL_KEY = Path("var/local.key")


def the_time() -> datetime:
    """The clock; everything else is told the time."""
    return datetime.now(UTC)


def make_council(settings: Settings) -> Council:
    """The council that is served, from its framework's file."""
    closures = [date.fromisoformat(day) for day in settings.closed_days]
    return Council(
        framework=load_framework(settings.frameworks_folder, settings.framework),
        calendar=WorkingCalendar(ClosedDays(closures)),
        assigner=HungarianAssigner(),
        withdraw_for=settings.withdraw_for,
        ask_share=settings.ask_share,
        read_table=read_dropped,
        write_duties=write_duties,
        write_actions=hand_actions,
        write_ledger=hand_ledger,
    )


def make_units(settings: Settings) -> SqlUnitsOfWork:
    """Units of work on the database, with the keys for people's words."""
    found = settings.keys or (_local_key(),)
    return open_units(settings.database_url, Cipher(found))


@asynccontextmanager
async def clock_on_copy(units: UnitsOfWork, council: Council) -> AsyncIterator[Clockwork]:
    """The council's clock on a copy of its database, which goes at the end."""
    if not isinstance(units, SqlUnitsOfWork):
        raise TypeError("only a database of ours can be copied")
    async with copied(units) as copy:
        yield Clockwork(copy, council, scans(), Upcoming(copy, council.withdraw_for).next)


def foreseeing(units: SqlUnitsOfWork, council: Council) -> Council:
    """The council that can say what it is going to send, out of a copy of its database."""

    async def foresee(first: datetime, last: datetime) -> Sequence[Sending]:
        async with units(reading=True) as uow:
            names = {one.id: one.name for one in (await uow.people.all()).values()}
        async with clock_on_copy(units, council) as clock:
            return await rehearse(clock, names, first, last)

    return replace(council, foresee=foresee)


def _local_key() -> str:
    """A key of this machine's own, made the first time; production names its keys."""
    if not LOCAL_KEY.exists():
        LOCAL_KEY.parent.mkdir(parents=True, exist_ok=True)
        LOCAL_KEY.touch(mode=0o600)
        LOCAL_KEY.write_text(Cipher.new_key(), encoding="utf-8")
    return LOCAL_KEY.read_text(encoding="utf-8").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The running service; ``port`` is the one that it really listens on."""

    port: int
    units: SqlUnitsOfWork
    council: Council
    dispatcher: Dispatcher


@asynccontextmanager
async def serving(
    settings: Settings,
    *,
    clock: Clock = the_time,
    seconds: Seconds = time.monotonic,
    acting: dict[str, str] | None = None,
) -> AsyncIterator[Running]:
    """Everything that answers Teams, from start to a stop that finishes what it is sending.

    ``seconds`` never go back: limits and the life of tokens are counted in them. ``acting`` is
    given by the demo alone: it lets one person try every role.
    """
    async with AsyncExitStack() as last:
        units = make_units(settings)
        council = foreseeing(units, make_council(settings))
        last.push_async_callback(units.close)
        session = await last.enter_async_context(aiohttp.ClientSession())
        tokens = Tokens(session, _credentials(settings), clock=seconds)
        last.push_async_callback(tokens.close)
        means = _means(settings, council, units, Connected(session, tokens, seconds), clock)
        dispatcher = Dispatcher(means, Pace(lease=timedelta(seconds=settings.lease_seconds)))
        scheduler = _scheduler(settings, council, means, dispatcher)
        signing = SigningKeys(session, settings.openid_metadata_url, clock=seconds)
        last.push_async_callback(signing.close)
        turns = PracticeLoopTurns(
            units=units,
            council=council,
            clock=clock,
            onward=Onward(wake=dispatcher.wake, shown=means.shown),
            whereabouts=Whereabouts(acting),
            carrying=_carrying(settings, session),
        )
        edge = Edge(
            authenticator=Authenticator(_rules(settings), signing, clock=time.time),
            adapter=_adapter(means, turns),
            metrics=means.metrics,
            checks=_checks(units, scheduler, dispatcher),
        )
        port = await _listen(settings, make_app(edge), last)
        dispatcher.start()
        last.push_async_callback(dispatcher.stop)
        scheduler.start()
        last.callback(scheduler.stop)
        yield Running(port=port, units=units, council=council, dispatcher=dispatcher)


@dataclass(frozen=True, slots=True)
class Connected:
    """The pooled client, the token and the seconds that all sending shares."""

    session: aiohttp.ClientSession
    tokens: Tokens
    seconds: Seconds


def _means(
    settings: Settings, council: Council, units: SqlUnitsOfWork, wire: Connected, clock: Clock
) -> Means:
    """What the dispatcher and the adapter send with: one client, one token, one budget."""
    return Means(
        units=units,
        paint=_painter(council, files=bool(settings.app_id)),
        connector=Connector(
            wire.session, wire.tokens, _hosts(settings), time_limit=settings.send_seconds
        ),
        limits=Limits(clock=wire.seconds, rate=settings.send_rate),
        metrics=Metrics(),
        clock=clock,
        report=lambda uow, now: report_overdue(uow, council, now),
        heartbeat=_heartbeat(settings, wire),
    )


def _heartbeat(settings: Settings, wire: Connected) -> Heartbeat | None:
    """None where nobody outside watches."""
    return Heartbeat(wire.session, settings.heartbeat_url) if settings.heartbeat_url else None


def _scheduler(
    settings: Settings, council: Council, means: Means, dispatcher: Dispatcher
) -> Scheduler:
    return Scheduler(
        units=means.units,
        council=council,
        clock=means.clock,
        wake=dispatcher.wake,
        pace=timedelta(seconds=settings.tick_seconds),
    )


def _adapter(means: Means, turns: PracticeLoopTurns) -> TeamsAdapter:
    return TeamsAdapter(
        means.connector,
        PracticeLoopHandler(turns),
        means.metrics,
        clock=time.monotonic,
        spend=means.limits.answered,
    )


def _checks(
    units: SqlUnitsOfWork, scheduler: Scheduler, dispatcher: Dispatcher
) -> dict[str, Check]:
    """What /readyz asks."""
    return {
        "database": lambda: _reads(units),
        "migrations": lambda: is_current(units.engines.reading),
        "scheduler": scheduler.well,
        "dispatcher": dispatcher.well,
    }


async def _listen(settings: Settings, web_app: web.Application, last: AsyncExitStack) -> int:
    """Open the port; gives its number. Requests under way end before the rest is taken down."""
    runner = web.AppRunner(web_app, access_log=None)
    await runner.setup()
    last.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, settings.host, settings.port).start()
    port: int = runner.addresses[0][1]
    return port


def _painter(council: Council, *, files: bool) -> Paint:
    """``files``: whether the chat knows Teams' own cards of files; the Playground does not."""

    async def painted(uow: UnitOfWork, message: Message, now: datetime) -> Painted | None:
        card = await paint(uow, council, message, now)
        return painted_of(card, message.lane, files=files) if card else None

    return painted


def _credentials(settings: Settings) -> Credentials | None:
    if not settings.app_id:
        return None
    secret = settings.app_password.get_secret_value()
    return Credentials(app_id=settings.app_id, secret=secret, url=settings.token_endpoint)


def _hosts(settings: Settings) -> ServiceHosts:
    return ServiceHosts(names=settings.hosts, local=settings.local)


def _carrying(settings: Settings, session: aiohttp.ClientSession) -> Carrying:
    """What fetches files that are dropped into a chat, and puts those that are asked for."""
    hosts = ServiceHosts(names=settings.hosts_of_files, local=settings.local)
    return Carrying(fetch=Downloads(session, hosts).fetch, uploads=Uploads(session, hosts))


def _rules(settings: Settings) -> Rules:
    return Rules(
        app_id=settings.app_id or None,
        hosts=_hosts(settings),
        tenants=settings.tenants or None,
        issuer=settings.token_issuer,
    )


async def _reads(units: SqlUnitsOfWork) -> bool:
    async with units(reading=True) as uow:
        await uow.people.get("nobody")
    return True
