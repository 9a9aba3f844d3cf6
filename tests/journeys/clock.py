"""The clock of a story: it stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

READING = 1e-6  # seconds; a clock that never moves at all would make a limiter wait for ever


class Clock:
    """Call it for the moment; ``seconds`` is the same clock for what counts seconds only."""

    def __init__(self, start: datetime) -> None:
        self._start = self._now = start
        self._readings = count()

    def __call__(self) -> datetime:
        return self._now

    def seconds(self) -> float:
        """Seconds since the story began; each reading is a little later than the last."""
        return (self._now - self._start).total_seconds() + next(self._readings) * READING

    def moves(self, **by: float) -> None:
        """On by so many ``weeks``, ``days``, ``hours``, ``minutes`` or ``seconds``."""
        self._now += timedelta(**by)

    def moves_to(self, moment: datetime) -> None:
        """On to a later moment; an earlier one changes nothing."""
        self._now = max(self._now, moment)
