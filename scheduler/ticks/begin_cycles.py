"""Notices and allocation cards of open cycles go out on their days."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.beginning import begin_cycles

TICK = Tick(name="begin_cycles", run=begin_cycles, in_parts=True)
