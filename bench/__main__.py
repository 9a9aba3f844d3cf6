"""``python -m bench [--only NAME] [--rounds N] [--requests N]``: measures, prints, keeps."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bench.benchmark import Benchmark, Lab, Size, benchmarks
from bench.lab.databases import postgres_in
from bench.lab.processes import stay_beside
from bench.lab.says import say
from bench.result import Result

VAR = Path("var")
KEPT = VAR / "bench.json"
QUIET = 0.5


def main() -> None:
    """Run what was asked for, one after another."""
    known = benchmarks()
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help=", ".join(known))
    parser.add_argument("--rounds", type=int, default=Size().rounds)
    parser.add_argument("--requests", type=int, default=Size().requests)
    asked = parser.parse_args()
    if asked.only and asked.only not in known:
        parser.error(f"there is no benchmark {asked.only!r}; there are {', '.join(known)}")
    chosen = [known[asked.only]] if asked.only else list(known.values())
    if (load := os.getloadavg()[0]) > QUIET:
        say(f"This machine is busy (load {load:.1f}): times will look longer than they are.")
    VAR.mkdir(exist_ok=True)
    # below var/, not in /tmp: that is memory on many machines, where every commit is free
    with tempfile.TemporaryDirectory(prefix="bench-", dir=VAR) as name:
        folder = Path(name).resolve()
        with postgres_in(folder / "postgres") as postgres:
            stay_beside()  # the server has started, and keeps all cores
            size = Size(rounds=asked.rounds, requests=asked.requests)
            lab = Lab(size=size, folder=folder, postgres=postgres)
            for benchmark in chosen:
                keep(benchmark.name, asyncio.run(_measured(benchmark, lab)))


async def _measured(benchmark: Benchmark, lab: Lab) -> list[Result]:
    say(f"\n{benchmark.name}")
    found = []
    async for result in benchmark.run(lab):
        say(f"  {result.line()}")
        found.append(result)
    return found


def keep(benchmark: str, results: Iterable[Result]) -> None:
    """Into var/bench.json, in place of what this benchmark found the last time."""
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else []
    others = [entry for entry in kept if not entry["name"].startswith(f"{benchmark}: ")]
    named = [asdict(result) | {"name": f"{benchmark}: {result.name}"} for result in results]
    text = json.dumps([*others, *named], indent=1, ensure_ascii=False)
    KEPT.write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
