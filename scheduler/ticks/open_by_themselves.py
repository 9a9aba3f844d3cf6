"""Cycles open on their day where the framework asks for nobody's word."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.opening_by_itself import open_by_themselves

TICK = Tick(name="open_by_themselves", run=open_by_themselves)
