"""Draw the month's audits for moderation; what is not drawn is final."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.moderation.draw_moderations import draw_moderations

TICK = Tick(name="draw_moderations", run=draw_moderations)
