"""Draws are proposed to those whose word they need."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.proposing import propose_draws

TICK = Tick(name="propose_draws", run=propose_draws)
