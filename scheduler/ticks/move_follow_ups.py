"""Ask for what follows from audits when its day comes, and again until it is done."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.follow_up.moving_on import move_follow_ups

TICK = Tick(name="move_follow_ups", run=move_follow_ups)
