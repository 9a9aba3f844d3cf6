"""Begin the last check of a cycle's finished audits."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.moderation.check_cycles import check_cycles

TICK = Tick(name="check_cycles", run=check_cycles)
