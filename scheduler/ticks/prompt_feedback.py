"""Ask workers for feedback once a record has closed (HER-32)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.voices.prompting import prompt_feedback

TICK = Tick(name="prompt_feedback", run=prompt_feedback, every=timedelta(hours=1))
