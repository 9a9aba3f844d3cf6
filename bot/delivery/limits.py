"""How fast Teams lets us speak, and how fast we may without crowding anybody.

Teams counts per tenant and per conversation; refusing to go faster is cheaper than its 429.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.delivery.easing import Share
from bot.delivery.windows import Conversation

RESERVED = 0.2
SWEEP_EVERY = 1000
INSTANT = 1e-6  # what is left over by rounding is no wait
BACK = 0.02  # of the whole rate, each second
ONE_COMPLAINT = 1.0  # seconds: what was under way together is refused together


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """One send. ``fresh``: a new message, which a person notices; not so an update in place."""

    tenant: str
    conversation: str
    urgent: bool = False
    fresh: bool = True


class Bucket:
    """A tenant's budget: ``rate`` sends a second, one fifth of it for urgent ones alone."""

    def __init__(self, rate: float, now: float) -> None:
        self._full = rate
        self._share = Share(BACK)
        self._slowed_at = now - ONE_COMPLAINT
        self._tokens = max(rate, 2.0)
        self._at = now

    def wait(self, now: float, *, urgent: bool) -> float:
        """Seconds until a send of that kind can be paid for."""
        self._refill(now)
        rate = self._rate(now)
        floor = 0.0 if urgent else rate * RESERVED
        wait = (floor + 1.0 - self._tokens) / rate
        return wait if wait > INSTANT else 0.0

    def affords(self, now: float) -> int:
        """How many ordinary sends can be paid for at once."""
        self._refill(now)
        return max(0, int(self._tokens - self._rate(now) * RESERVED + INSTANT))

    def take(self, now: float) -> None:
        """Pay; an answer that somebody waits for may go into debt."""
        self._refill(now)
        self._tokens = max(self._tokens - 1.0, -self._full)

    def slow(self, now: float) -> None:
        """Teams complained: nothing is left over, and half as much comes in."""
        if now - self._slowed_at >= ONE_COMPLAINT:
            self._refill(now)
            self._tokens = min(self._tokens, 0.0)
            self._share.halve(now)
            self._slowed_at = now

    def be_worth(self, rate: float, now: float) -> None:
        """From now on so many sends a second."""
        self._refill(now)
        self._full = rate

    def _rate(self, now: float) -> float:
        return self._full * self._share.at(now)

    def _refill(self, now: float) -> None:
        most = max(self._full, 2.0)
        self._tokens = min(most, self._tokens + (now - self._at) * self._rate(now))
        self._at = now


class Limits:
    """The budget of one replica: its part of what all have together, see ``among``.

    ``clock`` counts seconds and never goes back. A conversation that has to wait holds up
    nobody else. Urgent messages keep Teams' own limits, not our ten a minute to one person.
    """

    def __init__(self, *, clock: Callable[[], float], rate: float = 25.0) -> None:
        if rate < 1.0:
            raise ValueError("The send rate must be at least 1 a second.")
        self._clock = clock
        self._rate = rate
        self._among = 1
        self._tenants: dict[str, Bucket] = {}
        self._chats: dict[str, Conversation] = {}
        self._spent = 0

    @property
    def known(self) -> int:
        """How many conversations are remembered."""
        return len(self._chats)

    @property
    def replicas(self) -> int:
        """How many share the budget."""
        return self._among

    def among(self, replicas: int) -> None:
        """So many replicas share the budget: each takes its part of every limit."""
        if replicas == self._among:
            return
        self._among = max(replicas, 1)
        for bucket in self._tenants.values():
            bucket.be_worth(self._rate / self._among, self._clock())

    def affords(self) -> int | None:
        """How many ordinary sends can be paid for at once; None before the first to a tenant.

        What cannot be paid for is better left in the outbox than taken and put back.
        """
        if not self._tenants:
            return None
        now = self._clock()
        return sum(bucket.affords(now) for bucket in self._tenants.values())

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
        self._chat(spending.conversation).add(now, fresh=spending.fresh)
        self._spent += 1
        if self._spent % SWEEP_EVERY == 0:
            self._sweep(now)

    def answered(self, tenant: str, conversation: str) -> None:
        """An answer in a chat: Teams counts it, the person asked for it."""
        self.spend(Spending(tenant=tenant, conversation=conversation, fresh=False))

    def pause(self, conversation: str, seconds: float) -> None:
        """Teams asked for quiet in one conversation."""
        self._chat(conversation).quiet(self._clock(), seconds)

    def slow(self, spending: Spending, told: float | None) -> float:
        """Teams found us too fast; gives for how many seconds the conversation is quiet now.

        At least what it ``told``; and 2 seconds, twice as long each time, up to 32: an alert must
        not wait for minutes. Teams does not say whether the conversation or the tenant had too
        much, so both go at half their rate, and get it back by and by. Nobody else is paused.
        """
        now = self._clock()
        self._bucket(spending.tenant, now).slow(now)
        return self._chat(spending.conversation).slow(now, told)

    def _wait(self, spending: Spending, now: float) -> float:
        unasked = spending.fresh and not spending.urgent
        return max(
            self._chat(spending.conversation).wait(now, self._among, unasked=unasked),
            self._bucket(spending.tenant, now).wait(now, urgent=spending.urgent),
        )

    def _bucket(self, tenant: str, now: float) -> Bucket:
        if tenant not in self._tenants:
            self._tenants[tenant] = Bucket(self._rate / self._among, now)
        return self._tenants[tenant]

    def _chat(self, conversation: str) -> Conversation:
        if conversation not in self._chats:
            self._chats[conversation] = Conversation()
        return self._chats[conversation]

    def _sweep(self, now: float) -> None:
        for key in [key for key, chat in self._chats.items() if chat.idle(now)]:
            del self._chats[key]
