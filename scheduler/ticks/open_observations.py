"""Open the observations that the council's cadence asks for (SEF-31 to SEF-34, COL-12, SOM-55)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.observations.opening import open_observations

TICK = Tick(name="open_observations", run=open_observations, every=timedelta(hours=1))
