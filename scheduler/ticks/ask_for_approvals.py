"""Ask in time for what is to be passed (LEI-03, LEI-24, COL-22, SOM-14)."""

from __future__ import annotations

from datetime import timedelta

from scheduler.tick import Tick
from usecases.approvals.ask_for_approvals import ask_for_approvals

TICK = Tick(name="ask_for_approvals", run=ask_for_approvals, every=timedelta(hours=1))
