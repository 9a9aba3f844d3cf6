"""What a hostile request costs: a megabyte of JSON from somebody who shows no token."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

from pydantic_core import to_json

from bench.benchmark import Benchmark, Lab
from bench.lab.bots import Bot, fake_teams, our_settings, ours
from bench.lab.council import furnished
from bench.lab.databases import new_sqlite
from bench.lab.load import Teams
from bench.lab.processes import cpu_seconds
from bench.measures.turn import peers
from bench.result import Result, less_is_better

KEYS = 60_000
TARGET = 2.0
PEERS_SHARE = 10  # a peer gets so much less: each request takes it long
ANSWER_WITHIN = 30.0


async def run(lab: Lab) -> AsyncIterator[Result]:
    """CPU time of the whole process, by what each of its rejections cost."""
    cost: dict[str, list[float]] = defaultdict(list)
    async with AsyncExitStack() as open_ones:
        teams = await open_ones.enter_async_context(fake_teams(lab.folder))
        settings = our_settings(new_sqlite(lab.folder), teams)
        async with furnished(settings):
            pass
        mine = await open_ones.enter_async_context(ours(settings, lab.folder))
        others = await peers(open_ones, lab, teams)
        body = hostile(teams)
        for _ in range(lab.size.rounds):
            for bot in (mine, *others):
                share = 1 if bot is mine else PEERS_SHARE
                cost[bot.name].append(await _cost(bot, body, lab.size.requests // share))
    name = "1 MB without a token"
    for other in others:
        peer = (other.name, cost[other.name])
        yield less_is_better(name, "ms of CPU", cost[mine.name], peer=peer, at_most=TARGET)


def hostile(teams: Teams) -> bytes:
    """An activity with so many keys that it is a megabyte."""
    activity = teams.message("nobody", "hello")
    return to_json({**activity, **{f"key-{number:05}": "x" for number in range(KEYS)}})


async def _cost(bot: Bot, body: bytes, requests: int) -> float:
    """Milliseconds of CPU a request."""
    before = cpu_seconds(bot.process.pid)
    for _ in range(requests):
        async with asyncio.timeout(ANSWER_WITHIN):
            await _knock(bot.port, body)
    return (cpu_seconds(bot.process.pid) - before) / requests * 1000


async def _knock(port: int, body: bytes) -> None:
    """Send it all, or as much as the bot takes before it shuts the door."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = (
        "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    try:
        writer.write(head.encode("ascii") + body)
        await writer.drain()
        await reader.read()
    except ConnectionError:
        pass  # the door was shut in our face, which is cheapest for the bot
    finally:
        writer.close()


BENCHMARK = Benchmark(
    name="hostile",
    what=(
        "CPU time of the bot's process for each request that it turns away: an activity of one "
        "megabyte and 60,000 keys, sent one after another without a token. Ours looks at the "
        "token before it reads the body."
    ),
    run=run,
)
