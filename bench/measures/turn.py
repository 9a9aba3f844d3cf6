"""A whole turn of ours beside the echo of each SDK: typed words, and a press of a button."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle, islice

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import ECHOES, STOCK, Bot, counted, echo, fake_teams, our_settings, ours
from bench.lab.council import Town, furnished
from bench.lab.databases import new_postgres, new_sqlite
from bench.lab.load import Load, NotTakenError, Teams, drive
from bench.lab.peers import NotInstalledError
from bench.lab.processes import DiedError
from bench.lab.says import say
from bench.result import Result, less_is_better, more_is_better

AT_ONCE = (1, 16)
WARM_UP = 50
PRESSES = 100
STOCK_TARGETS = {"SQLite": 4.0, "PostgreSQL": 2.5}
MOONSHOT = 1.0

Key = tuple[str, str, int]
"""Whose (database or peer), what (text or press), how many at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """Our bot on one database."""

    database: str
    bot: Bot
    town: Town
    accounts: Sequence[str]
    everybody: Sequence[str]


@dataclass(slots=True, kw_only=True)
class Round:
    """Everything that is measured side by side, and what it came to so far."""

    lab: Lab
    teams: Teams
    mine: Sequence[Ours]
    peers: Sequence[Bot]
    found: dict[Key, list[Load]] = field(default_factory=lambda: defaultdict(list))

    async def measure(self) -> None:
        """One round: everybody once, one after another."""
        for at_once in AT_ONCE:
            for one in self.mine:
                await self._text(one.database, one.bot, one.accounts, at_once)
                await self._press(one, at_once)
            for peer in self.peers:
                await self._text(peer.name, peer, self.mine[0].accounts, at_once)

    async def warm_up(self) -> None:
        """Every chat has been heard of, every connection is open, every cache is filled."""
        for bot, accounts in self._everybody():
            number = max(WARM_UP, len(accounts))
            await drive(bot.endpoint, self.teams, self._said(accounts, number), at_once=4)
        for one in self.mine:
            await one.town.clear()
        await counted(self.teams)

    def _everybody(self) -> Iterator[tuple[Bot, Sequence[str]]]:
        yield from ((one.bot, one.everybody) for one in self.mine)
        yield from ((peer, self.mine[0].accounts) for peer in self.peers)

    def _said(self, accounts: Sequence[str], number: int) -> list[dict[str, object]]:
        return [self.teams.message(who, "my work") for who in islice(cycle(accounts), number)]

    async def _text(self, whose: str, bot: Bot, accounts: Sequence[str], at_once: int) -> None:
        said = self._said(accounts, self.lab.size.requests)
        load = await drive(bot.endpoint, self.teams, said, at_once=at_once)
        posts = (await counted(self.teams))["posts"]
        if posts < len(said):
            raise NotTakenError(f"{whose}: {posts} answers to {len(said)} messages")
        self.found[whose, "text", at_once].append(load)

    async def _press(self, one: Ours, at_once: int) -> None:
        presses = await one.town.fresh_seats(min(PRESSES, self.lab.size.requests))
        activities = [press.activity(self.teams) for press in presses]
        load = await drive(one.bot.endpoint, self.teams, activities, at_once=at_once)
        await one.town.check_accepted()
        await one.town.clear()
        await counted(self.teams)
        self.found[one.database, "press", at_once].append(load)


async def run(lab: Lab) -> AsyncIterator[Result]:
    """Two databases, two kinds of turn, one or sixteen at once."""
    async with AsyncExitStack() as open_ones:
        teams = await open_ones.enter_async_context(fake_teams(lab.folder))
        mine = [
            await _ours(open_ones, lab, teams, database, address)
            for database, address in (
                ("SQLite", new_sqlite(lab.folder)),
                ("PostgreSQL", new_postgres(lab.postgres)),
            )
        ]
        round_ = Round(lab=lab, teams=teams, mine=mine, peers=await peers(open_ones, lab, teams))
        await round_.warm_up()
        for _ in range(lab.size.rounds):
            await round_.measure()
    for result in _results(round_):
        yield result


async def peers(open_ones: AsyncExitStack, lab: Lab, teams: Teams) -> list[Bot]:
    """The echo bots that can be had; the others are named and left out."""
    found = []
    for name in ECHOES:
        try:
            found.append(await open_ones.enter_async_context(echo(name, teams, lab.folder)))
        except (NotInstalledError, DiedError, TimeoutError) as error:
            say(f"LEFT OUT: {name} could not be run. {error}")
    return found


async def _ours(
    open_ones: AsyncExitStack, lab: Lab, teams: Teams, database: str, address: str
) -> Ours:
    settings = our_settings(address, teams)
    town = await open_ones.enter_async_context(furnished(settings))
    accounts = await town.accounts()
    bot = await open_ones.enter_async_context(ours(settings, lab.folder, f"ours on {database}"))
    everybody = await town.everybody()
    return Ours(database=database, bot=bot, town=town, accounts=accounts, everybody=everybody)


def _results(found: Round) -> Iterator[Result]:
    for one in found.mine:
        for kind in ("text", "press"):
            for at_once in AT_ONCE:
                yield from _beside_peers(found, one.database, kind, at_once)


def _beside_peers(found: Round, database: str, kind: str, at_once: int) -> Iterator[Result]:
    name = f"{kind} on {database}, {at_once} at once"
    rates = {p.name: _rates(found, (p.name, "text", at_once)) for p in found.peers}
    mine = _rates(found, (database, kind, at_once))
    fastest = max(rates, key=lambda peer: sorted(rates[peer])[len(rates[peer]) // 2], default="")
    for peer, theirs in rates.items():
        targets = {STOCK: STOCK_TARGETS[database], fastest: MOONSHOT}
        yield more_is_better(name, "turns/s", mine, (peer, theirs), targets.get(peer))
    slowest = [load.slowest for load in found.found[database, kind, at_once]]
    stock = [load.slowest for load in found.found[STOCK, "text", at_once]]
    beside = (STOCK, stock) if stock else None
    yield less_is_better(f"{name}: 99 of 100 within", "ms", slowest, peer=beside)


def _rates(found: Round, key: Key) -> list[float]:
    return [load.rate for load in found.found[key]]


BENCHMARK = Benchmark(
    name="turn",
    what=(
        "One turn through POST /api/messages with a real RS256 token: the typed words `my work`, "
        "which are answered with a card, and a press that accepts a seat, each press another "
        "fresh seat. Ours does all of its work: token, staff list, rights, de-duplication, rows, "
        "outbox, trail and one durable commit. A peer says back what was said and keeps nothing. "
        "Its app token is at hand, so it is spared fetching one, which the stock SDK does in "
        "every turn."
    ),
    run=run,
)
