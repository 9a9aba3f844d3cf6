"""How soon our bot is ready, and what it holds in memory after many turns."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import cycle, islice

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import fake_teams, our_settings, ours
from bench.lab.council import furnished
from bench.lab.databases import new_sqlite
from bench.lab.load import drive
from bench.lab.processes import resident
from bench.result import Result, less_is_better

SECONDS, MEMORY = 1.5, 130.0
TURNS = 20_000
USUAL = 300  # a smaller run than the usual one measures memory after fewer turns, and says so
AT_ONCE = 16


async def run(lab: Lab) -> AsyncIterator[Result]:
    """Started once a round; then one of them is kept busy."""
    turns = min(TURNS, TURNS * lab.size.requests // USUAL)
    after = []
    async with fake_teams(lab.folder) as teams:
        settings = our_settings(new_sqlite(lab.folder), teams)
        async with furnished(settings) as town:
            accounts = await town.accounts()
        for _ in range(lab.size.rounds):
            async with ours(settings, lab.folder) as bot:
                after.append(bot.ready_after)
                fresh = resident(bot.process.pid)
        yield less_is_better("from start to /readyz", "s", after, at_most=SECONDS)
        async with ours(settings, lab.folder) as bot:
            said = [teams.message(who, "my work") for who in islice(cycle(accounts), turns)]
            await drive(bot.endpoint, teams, said, at_once=AT_ONCE)
            held = resident(bot.process.pid)
    yield less_is_better("memory when ready", "MiB", [fresh])
    yield less_is_better(f"memory after {turns:,} turns", "MiB", [held], at_most=MEMORY)


BENCHMARK = Benchmark(
    name="ready",
    what=(
        "Seconds from the start of the process to a 200 of /readyz (database, migrations, "
        "scheduler and dispatcher are all well), on a filled SQLite database; resident memory "
        "then, and after 20,000 turns."
    ),
    run=run,
)
