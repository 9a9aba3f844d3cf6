"""The clock's scans with what each is for, as the rehearsal tells people."""

from __future__ import annotations

import sys
from inspect import getdoc

from scheduler.tick import Tick, ticks
from usecases.rehearsing.clockwork import Scan


def scans() -> list[Scan]:
    """Every tick in the order in which one command runs them; why: its module's first line."""
    return [_scan(tick) for tick in ticks().values()]


def _scan(tick: Tick) -> Scan:
    return Scan(name=tick.name, why=_why(tick), run=tick.run, in_parts=tick.in_parts)


def _why(tick: Tick) -> str:
    module = sys.modules.get(f"scheduler.ticks.{tick.name}")
    said = (getdoc(module) or "").partition("\n")[0] if module else ""
    return said.rstrip(".") or tick.name.replace("_", " ")
