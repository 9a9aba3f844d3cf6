"""Reminders and the way up, in one card a person a working day."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.nudges.nudge_duties import nudge_duties

TICK = Tick(name="nudge_duties", run=nudge_duties)
