"""Hand out what the council's calendar asks for, each activity and report once (E-05, E-19)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.calendar.opening import open_activities

TICK = Tick(name="open_activities", run=open_activities, every=timedelta(hours=1))
