"""``python -m bench.report``: writes docs/performance.md from var/bench.json."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.__main__ import KEPT
from bench.benchmark import Benchmark, benchmarks

PAGE = Path("docs/performance.md")
Entry = Mapping[str, Any]

HEAD = """# Performance

Written by `python -m bench.report` from what `make bench` found last; not by hand.

What is measured runs on one core and the load with the fake Teams on another; PostgreSQL may use
both, with every sync left on. Bots take turns in each round and the figures are medians over the
rounds. A ratio says how many times better ours is, whether more is better or less.

Read with care: a virtual machine of two cores; a loopback without TLS; the fake Teams is ours;
peers are spared fetching their app tokens. A peer's echo keeps nothing, ours commits to a disk.
Where others use the machine at the same time every duration is longer; ratios hold better.
"""


def page(entries: Sequence[Entry], known: Mapping[str, Benchmark]) -> str:
    """The whole document."""
    sections = [text for name in known for text in _section(known[name], entries)]
    return "\n".join([HEAD, *sections, *_short(entries), ""])


def _section(benchmark: Benchmark, entries: Sequence[Entry]) -> Iterator[str]:
    own = [entry for entry in entries if entry["name"].startswith(f"{benchmark.name}: ")]
    yield f"## {benchmark.name.capitalize()}\n"
    yield f"{benchmark.what}\n"
    if not own:
        yield "Not measured yet.\n"
        return
    yield "| what | ours | peer | | ratio | target | |"
    yield "|---|---:|---|---:|---:|---|---|"
    yield from (_row(entry) for entry in own)
    yield ""


def _row(entry: Entry) -> str:
    unit = entry["unit"]
    peer = "" if entry["peer"] is None else f"{entry['peer']:g} {unit}"
    ratio = "" if entry["ratio"] is None else f"{entry['ratio']:g} times"
    word = {None: "", True: "met", False: "**missed**"}[entry["met"]]
    name = _name(entry)
    cells = (name, f"{entry['ours']:g} {unit}", entry["peer_name"], peer, ratio, entry["target"])
    return f"| {' | '.join(cells)} | {word} |"


def _short(entries: Sequence[Entry]) -> Iterator[str]:
    missed = [entry for entry in entries if entry["met"] is False]
    yield "## What falls short\n"
    if not missed:
        yield "Nothing: every target was met."
    for entry in missed:
        beside = f", beside {entry['peer_name']}" if entry["peer_name"] else ""
        got = (
            f"{entry['ratio']:g} times"
            if entry["target"].startswith("ratio")
            else f"{entry['ours']:g}"
        )
        yield f"- {_name(entry)}{beside}: {got}, wanted {entry['target']}."


def _name(entry: Entry) -> str:
    name: str = entry["name"].partition(": ")[2]
    return name


def main() -> None:
    """Write the page."""
    entries = json.loads(KEPT.read_text("utf-8"))
    PAGE.write_text(page(entries, benchmarks()), "utf-8")


if __name__ == "__main__":
    main()
