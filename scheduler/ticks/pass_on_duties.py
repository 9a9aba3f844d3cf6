"""What somebody who has left leaves behind gets an owner, and those who run cycles hear of it."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.people.leavers import pass_on_duties

TICK = Tick(name="pass_on_duties", run=pass_on_duties, every=timedelta(minutes=5))
