"""For how long to leave a message that Teams did not take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

FIRST = 2.0
FACTOR = 4.0
LONGEST = 900.0


def backoff(attempts: int, told: float | None, chance: Callable[[], float]) -> timedelta:
    """2 s, 8 s, 32 s… up to 15 min, give or take a quarter; never sooner than Teams told."""
    grown = min(FIRST * FACTOR ** min(max(attempts, 1) - 1, 8), LONGEST)
    jittered = grown * (0.75 + 0.5 * chance())
    return timedelta(seconds=max(jittered, (told or 0.0) + chance() if told is not None else 0.0))
