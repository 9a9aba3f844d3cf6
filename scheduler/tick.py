"""What a tick is, and the registry of all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from usecases.council import Council
from usecases.ports import UnitOfWork

Run = Callable[[UnitOfWork, Council, datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """An idempotent scan: run it twice, late or on two replicas, and the effect is one.

    ``every`` None runs at the scheduler's own pace. ``run`` gives how many rows it moved.
    ``in_parts``: it does a part and is run again, each time in a transaction of its own, until
    it moves nothing; whoever waits to write comes between.
    """

    name: str
    run: Run
    every: timedelta | None = None
    in_parts: bool = False


class TwoTicksError(Exception):
    """Two modules have a tick of the same name."""


@cache
def ticks() -> Mapping[str, Tick]:
    """Every tick by name: each module of ``scheduler.ticks`` has one ``TICK``."""
    found: dict[str, Tick] = {}
    package = importlib.import_module("scheduler.ticks")
    for module in pkgutil.iter_modules(package.__path__, "scheduler.ticks."):
        tick: Tick = importlib.import_module(module.name).TICK
        if tick.name in found:
            raise TwoTicksError(f"{module.name} repeats the tick {tick.name!r}: rename one")
        found[tick.name] = tick
    return dict(sorted(found.items()))
