"""Offer the next step where an alert has no reply (E-25, E-52); count the half-year (LEI-19)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.alerts.chasing import offer_next_steps

TICK = Tick(name="offer_next_steps", run=offer_next_steps, every=timedelta(hours=1))
