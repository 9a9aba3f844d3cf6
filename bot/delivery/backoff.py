"""For how long to leave a message that Teams did not take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

FIRST = 2.0
FACTOR = 4.0
LONGEST = 900.0
LONGEST_URGENT = 60.0
"""After an outage of Teams an alert must not sit out a quarter of an hour."""


def backoff(
    attempts: int, told: float | None, chance: Callable[[], float], longest: float = LONGEST
) -> timedelta:
    """2 s, 8 s, 32 s… up to ``longest``, give or take a quarter; never sooner than Teams told."""
    grown = min(FIRST * FACTOR ** min(max(attempts, 1) - 1, 8), longest)
    jittered = grown * (0.75 + 0.5 * chance())
    return timedelta(seconds=max(jittered, (told or 0.0) + chance() if told is not None else 0.0))
