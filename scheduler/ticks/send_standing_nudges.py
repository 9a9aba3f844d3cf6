"""Standing reminders: on their days, and after findings (HER-43, LEI-26, LEI-50)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.nudges.standing import send_standing_nudges

TICK = Tick(name="send_standing_nudges", run=send_standing_nudges, every=timedelta(minutes=10))
