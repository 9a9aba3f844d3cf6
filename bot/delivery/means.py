"""What a dispatcher works with, and how fast."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.heartbeat import Heartbeat
from bot.delivery.limits import Limits
from bot.delivery.painting import Paint
from bot.delivery.shown import Shown
from bot.metrics import Metrics
from bot.teams.connector import Connector
from usecases.ports import UnitOfWork, UnitsOfWork

Report = Callable[[UnitOfWork, datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """``clock`` gives aware moments; ``chance`` gives numbers from 0 up to 1, for the jitter.

    ``shown``: what presses were answered with, where they are answered in this process.
    ``report`` tells those who can act of urgent steps that are late; it gives how many cards wait.
    """

    units: UnitsOfWork
    paint: Paint
    connector: Connector
    limits: Limits
    metrics: Metrics
    clock: Callable[[], datetime]
    chance: Callable[[], float] = random.random
    shown: Shown = field(default_factory=Shown)
    report: Report | None = None
    heartbeat: Heartbeat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many sends at once, for how long a row is ours, when to give up.

    Of ``concurrency`` slots the ordinary ones are enough for 25 sends a second, our budget for a
    tenant, where Teams takes half a second for each.
    ``soon`` is how late an update may come over a form that its person has had as an answer.
    ``poll``, ``stop_within``, ``count_every`` and ``write_again_after`` are seconds.
    """

    concurrency: int = 16
    kept_for_urgent: int = 4
    lease: timedelta = timedelta(seconds=30)
    attempts: int = 8
    urgent_attempts: int = 1_500
    soon: timedelta = timedelta(seconds=5)
    poll: float = 1.0
    stop_within: float = 10.0
    count_every: float = 15.0
    write_again_after: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0)

    def check(self, time_limit: float) -> None:
        """Raises ValueError where the lease could end while a send is still under way."""
        if self.lease < timedelta(seconds=3 * time_limit):
            raise ValueError(
                f"The lease of {self.lease.total_seconds():g} s is shorter than three times the "
                f"send time-out of {time_limit:g} s: two replicas would send the same message."
            )
        if not 0 < self.kept_for_urgent < self.concurrency:
            raise ValueError("Some slots, but not all of them, must be kept for urgent messages.")
