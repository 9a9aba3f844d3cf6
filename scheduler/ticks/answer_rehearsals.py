"""Tell whoever asked what is going to be sent, once it was tried out on a copy."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.rehearsing.answering import answer_rehearsals

TICK = Tick(name="answer_rehearsals", run=answer_rehearsals, every=timedelta(seconds=15))
