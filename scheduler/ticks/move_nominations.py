"""Give nominations to the next one who may verify them (SOM-19)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.nominations.move_nominations import move_nominations

TICK = Tick(name="move_nominations", run=move_nominations, every=timedelta(hours=1))
