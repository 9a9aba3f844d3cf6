"""How many TCP connections a bot opens to Teams: each costs a TLS handshake in real life."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from itertools import cycle, islice

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import Bot, counted, fake_teams, our_settings, ours
from bench.lab.council import furnished
from bench.lab.databases import new_sqlite
from bench.lab.load import Teams, drive
from bench.measures.turn import peers
from bench.result import Result, less_is_better

SENDS = 1000
TARGET = 20.0
AT_ONCE = 4


async def run(lab: Lab) -> AsyncIterator[Result]:
    """A thousand answers each, or what a smaller run allows, counted up to a thousand."""
    async with AsyncExitStack() as open_ones:
        teams = await open_ones.enter_async_context(fake_teams(lab.folder))
        settings = our_settings(new_sqlite(lab.folder), teams)
        async with furnished(settings) as town:
            accounts = await town.accounts()
        mine = await open_ones.enter_async_context(ours(settings, lab.folder))
        others = await peers(open_ones, lab, teams)
        sends = min(SENDS, 4 * lab.size.requests)
        opened = {bot.name: await _opened(bot, teams, accounts, sends) for bot in (mine, *others)}
    for other in others:
        peer = (other.name, [opened[other.name]])
        name = "opened for 1,000 sends"
        yield less_is_better(name, "connections", [opened[mine.name]], peer=peer, at_most=TARGET)


async def _opened(bot: Bot, teams: Teams, accounts: Sequence[str], sends: int) -> float:
    await counted(teams)
    said = [teams.message(who, "my work") for who in islice(cycle(accounts), sends)]
    await drive(bot.endpoint, teams, said, at_once=AT_ONCE)
    found = await counted(teams)
    return found["connections"] / found["posts"] * SENDS


BENCHMARK = Benchmark(
    name="connections",
    what=(
        "TCP connections that the fake Connector saw for 1,000 answers to typed messages, four "
        "at once."
    ),
    run=run,
)
