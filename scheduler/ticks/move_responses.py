"""What cannot wait is told again, goes up, is overdue: looked at every few seconds."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.responses.climbing import move_responses

TICK = Tick(name="move_responses", run=move_responses, every=timedelta(seconds=10))
