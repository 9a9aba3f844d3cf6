"""Audits are opened after what the list of records has shown."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.cycles.opening_after_events import open_after_events

TICK = Tick(name="open_after_events", run=open_after_events)
