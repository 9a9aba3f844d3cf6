"""Remind workers to ask the family (E-48)."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.talks.chasing import chase_consents

TICK = Tick(name="chase_consents", run=chase_consents)
