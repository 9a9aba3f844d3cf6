"""Seat the panels whose window has begun."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.moderation.opening import open_moderations

TICK = Tick(name="open_moderations", run=open_moderations)
