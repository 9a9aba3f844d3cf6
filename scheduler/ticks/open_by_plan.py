"""Each service's monthly learning opens on the theme of the plan that has passed (LEI-09)."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.opening_by_plan import open_by_plan

TICK = Tick(name="open_by_plan", run=open_by_plan)
