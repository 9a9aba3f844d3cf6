"""How fast Teams lets us speak, and how fast we may without crowding anybody.

Teams counts per tenant and per conversation; refusing to go faster is cheaper than its 429.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Window = tuple[int, float]
"""So many sends in so many seconds."""

CONVERSATION: tuple[Window, ...] = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
PERSON: tuple[Window, ...] = ((10, 60.0),)
RESERVED = 0.2
SWEEP_EVERY = 1000
INSTANT = 1e-6  # what is left over by rounding is no wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """One send. ``fresh``: a new message, which a person notices; not so an update in place."""

    tenant: str
    conversation: str
    urgent: bool = False
    fresh: bool = True


class Windows:
    """Sliding windows over one conversation's sends."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self._windows = windows
        self._sends: deque[float] = deque(maxlen=max(count for count, _ in windows))

    def wait(self, now: float) -> float:
        """Seconds until another send fits into every window."""
        return max(self._wait(now, count, seconds) for count, seconds in self._windows)

    def add(self, now: float) -> None:
        """One was sent."""
        self._sends.append(now)

    def idle(self, now: float) -> bool:
        """Nothing in the longest window, so nothing worth keeping."""
        longest = max(seconds for _, seconds in self._windows)
        return not self._sends or now - self._sends[-1] >= longest

    def _wait(self, now: float, count: int, seconds: float) -> float:
        if len(self._sends) < count:
            return 0.0
        return max(0.0, self._sends[-count] + seconds - now)


class Bucket:
    """A tenant's budget: ``rate`` sends a second, one fifth of it for urgent ones alone."""

    def __init__(self, rate: float, now: float) -> None:
        self._rate = rate
        self._most = max(rate, 2.0)
        self._tokens = self._most
        self._at = now

    def wait(self, now: float, *, urgent: bool) -> float:
        """Seconds until a send of that kind can be paid for."""
        self._refill(now)
        floor = 0.0 if urgent else self._rate * RESERVED
        wait = (floor + 1.0 - self._tokens) / self._rate
        return wait if wait > INSTANT else 0.0

    def take(self, now: float) -> None:
        """Pay; an answer that somebody waits for may go into debt."""
        self._refill(now)
        self._tokens = max(self._tokens - 1.0, -self._rate)

    def _refill(self, now: float) -> None:
        self._tokens = min(self._most, self._tokens + (now - self._at) * self._rate)
        self._at = now


class Limits:
    """The budget of one replica: divide the rate by how many there are.

    ``clock`` counts seconds and never goes back. A conversation that has to wait holds up
    nobody else. Urgent messages keep Teams' own limits, not our ten a minute to one person.
    """

    def __init__(self, *, clock: Callable[[], float], rate: float = 25.0) -> None:
        if rate < 1.0:
            raise ValueError("The send rate must be at least 1 a second.")
        self._clock = clock
        self._rate = rate
        self._tenants: dict[str, Bucket] = {}
        self._chats: dict[str, Windows] = {}
        self._people: dict[str, Windows] = {}
        self._paused: dict[str, float] = {}
        self._spent = 0

    @property
    def known(self) -> int:
        """How many conversations are remembered."""
        return len(self._chats)

    def take(self, spending: Spending) -> float:
        """Pay for a send and give 0, or pay nothing and give the seconds to wait."""
        wait = self._wait(spending, self._clock())
        if wait <= 0.0:
            self.spend(spending)
        return wait

    def spend(self, spending: Spending) -> None:
        """Pay for a send that does not wait, such as an answer in a chat."""
        now = self._clock()
        self._bucket(spending.tenant, now).take(now)
        self._windows(self._chats, spending.conversation, CONVERSATION).add(now)
        if spending.fresh:
            self._windows(self._people, spending.conversation, PERSON).add(now)
        self._spent += 1
        if self._spent % SWEEP_EVERY == 0:
            self._sweep(now)

    def answered(self, tenant: str, conversation: str) -> None:
        """An answer in a chat: Teams counts it, the person asked for it."""
        self.spend(Spending(tenant=tenant, conversation=conversation, fresh=False))

    def pause(self, conversation: str, seconds: float) -> None:
        """Teams asked for quiet in one conversation."""
        self._paused[conversation] = self._clock() + seconds

    def _wait(self, spending: Spending, now: float) -> float:
        chat = self._windows(self._chats, spending.conversation, CONVERSATION)
        waits = [
            self._paused.get(spending.conversation, now) - now,
            chat.wait(now),
            self._bucket(spending.tenant, now).wait(now, urgent=spending.urgent),
        ]
        if spending.fresh and not spending.urgent:
            waits.append(self._windows(self._people, spending.conversation, PERSON).wait(now))
        return max(waits)

    def _bucket(self, tenant: str, now: float) -> Bucket:
        if tenant not in self._tenants:
            self._tenants[tenant] = Bucket(self._rate, now)
        return self._tenants[tenant]

    @staticmethod
    def _windows(kept: dict[str, Windows], key: str, windows: Sequence[Window]) -> Windows:
        if key not in kept:
            kept[key] = Windows(windows)
        return kept[key]

    def _sweep(self, now: float) -> None:
        for kept in (self._chats, self._people):
            for key in [key for key, windows in kept.items() if windows.idle(now)]:
                del kept[key]
        self._paused = {key: until for key, until in self._paused.items() if until > now}
