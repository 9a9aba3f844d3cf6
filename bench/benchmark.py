"""Benchmarks are found by a scan of ``bench/measures``: a new one is a new file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import measures
from bench.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is measured: rounds, and requests in each for every bot."""

    rounds: int = 5
    requests: int = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Lab:
    """Where it is measured. ``folder`` is on a real disk and thrown away afterwards.

    ``postgres`` is the address of a server with its durable defaults.
    """

    size: Size
    folder: Path
    postgres: str


Run = Callable[[Lab], AsyncIterator[Result]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """``what`` says in a paragraph of the report what is measured, and how."""

    name: str
    what: str
    run: Run


def benchmarks() -> Mapping[str, Benchmark]:
    """All of them, by name."""
    found = (
        importlib.import_module(module.name)
        for module in pkgutil.iter_modules(measures.__path__, "bench.measures.")
    )
    listed = [module.BENCHMARK for module in found]
    return {benchmark.name: benchmark for benchmark in listed}
