"""What a dispatcher works with, and how fast."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.limits import Limits
from bot.delivery.painting import Paint
from bot.metrics import Metrics
from bot.teams.connector import Connector
from usecases.ports import UnitsOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """``clock`` gives aware moments; ``chance`` gives numbers from 0 up to 1, for the jitter."""

    units: UnitsOfWork
    paint: Paint
    connector: Connector
    limits: Limits
    metrics: Metrics
    clock: Callable[[], datetime]
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many sends at once, for how long a row is ours, when to give up.

    ``poll``, ``stop_within`` and ``count_every`` are seconds.
    """

    concurrency: int = 8
    kept_for_urgent: int = 2
    lease: timedelta = timedelta(seconds=30)
    attempts: int = 8
    poll: float = 1.0
    stop_within: float = 10.0
    count_every: float = 15.0

    def check(self, time_limit: float) -> None:
        """Raises ValueError where the lease could end while a send is still under way."""
        if self.lease < timedelta(seconds=3 * time_limit):
            raise ValueError(
                f"The lease of {self.lease.total_seconds():g} s is shorter than three times the "
                f"send time-out of {time_limit:g} s: two replicas would send the same message."
            )
        if not 0 < self.kept_for_urgent < self.concurrency:
            raise ValueError("Some slots, but not all of them, must be kept for urgent messages.")
