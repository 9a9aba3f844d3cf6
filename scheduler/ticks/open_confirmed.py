"""Cycles of a great many audits are opened once their draw is confirmed."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.open_confirmed import open_confirmed

TICK = Tick(name="open_confirmed", run=open_confirmed, in_parts=True)
