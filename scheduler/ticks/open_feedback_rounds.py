"""Surveys that come round are put to whoever runs them (COL-28, HER-38, SEF-58, SOM-35)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.voices.rounds import open_rounds

TICK = Tick(name="open_feedback_rounds", run=open_rounds, every=timedelta(hours=1))
