"""How to be slower after a complaint, and to come back gently."""

from __future__ import annotations

LEAST = 1 / 32


class Share:
    """The share of a rate that is used: all of it; half as much after each complaint.

    ``back`` is how much of the whole comes back each second: less at a time than was taken away,
    so that one does not swing between too fast and too slow.
    """

    def __init__(self, back: float) -> None:
        self._back = back
        self._share = 1.0
        self._since = 0.0

    def at(self, now: float) -> float:
        """From 1/32 to 1."""
        return min(1.0, self._share + max(0.0, now - self._since) * self._back)

    def halve(self, now: float) -> float:
        """A complaint; gives what is left."""
        self._share = max(self.at(now) / 2, LEAST)
        self._since = now
        return self._share

    def stay_until(self, moment: float) -> None:
        """Nothing comes back before then."""
        self._since = max(self._since, moment)
