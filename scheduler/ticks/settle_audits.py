"""Compare what is in and can no longer be withdrawn; findings go out."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.settle_audits import settle_audits

TICK = Tick(name="settle_audits", run=settle_audits)
