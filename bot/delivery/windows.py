"""One conversation: how often Teams and we let something be sent to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from bot.delivery.easing import Share

Window = tuple[int, float]
"""So many sends in so many seconds."""

CONVERSATION: tuple[Window, ...] = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
PERSON: tuple[Window, ...] = ((10, 60.0),)
LASTING = 2.0  # sends a second that the windows allow for long: of this, a share after a complaint
FIRST_QUIET = 1.0  # seconds, divided by the share that is left: 2, 4, 8… 32
BACK = 0.02  # of the whole, each second


class Windows:
    """Sliding windows over sends; ``among`` several replicas each has its part of them."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = windows
        self._longest = max(seconds for _, seconds in windows)
        self._sends: deque[float] = deque(maxlen=max(count for count, _ in windows))

    def wait(self, now: float, among: int = 1) -> float:
        """Seconds until another send fits into every window."""
        sends = self._sends
        if not sends or now - sends[-1] >= self._longest:
            return 0.0
        return max(
            self._wait(now, max(count // among, 1), seconds) for count, seconds in self._windows
        )

    def wait_apart(self, now: float, seconds: float) -> float:
        """Seconds until the last send is so long ago."""
        return max(0.0, self._sends[-1] + seconds - now) if self._sends else 0.0

    def add(self, now: float) -> None:
        """One was sent."""
        self._sends.append(now)

    def idle(self, now: float) -> bool:
        """Nothing in the longest window, so nothing worth keeping."""
        return not self._sends or now - self._sends[-1] >= self._longest

    def _wait(self, now: float, count: int, seconds: float) -> float:
        if len(self._sends) < count:
            return 0.0
        return max(0.0, self._sends[-count] + seconds - now)


class Conversation:
    """What was sent to one chat, and what Teams said to it."""

    def __init__(self) -> None:
        self._all = Windows(CONVERSATION)
        self._fresh = Windows(PERSON)
        self._share = Share(BACK)
        self._quiet_until = 0.0

    def wait(self, now: float, among: int, *, unasked: bool) -> float:
        """Seconds until it may be sent to; ``unasked``: with our own limit for one person."""
        share = self._share.at(now)
        return max(
            self._quiet_until - now,
            self._all.wait(now, among),
            self._all.wait_apart(now, 1 / (LASTING * share)) if share < 1.0 else 0.0,
            self._fresh.wait(now, among) if unasked else 0.0,
        )

    def add(self, now: float, *, fresh: bool) -> None:
        """One was sent."""
        self._all.add(now)
        if fresh:
            self._fresh.add(now)

    def quiet(self, now: float, seconds: float) -> None:
        """Nothing for so long, and only then by and by."""
        self._quiet_until = max(self._quiet_until, now + seconds)
        self._share.stay_until(self._quiet_until)

    def slow(self, now: float, told: float | None) -> float:
        """Teams complained; gives the seconds of quiet: what it ``told``, or ours if longer."""
        seconds = max(told or 0.0, FIRST_QUIET / self._share.halve(now))
        self.quiet(now, seconds)
        return seconds

    def idle(self, now: float) -> bool:
        """Nothing worth keeping."""
        return now >= self._quiet_until and self._share.at(now) == 1.0 and self._all.idle(now)
