"""Hand audits over to those who moderate them after somebody else."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.moderation.hand_over_seats import hand_over_seats

TICK = Tick(name="hand_over_seats", run=hand_over_seats)
