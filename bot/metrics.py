"""What an operator watches, as Prometheus reads it."""

from __future__ import annotations

from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from domain.delivery.message import OutboxCounts

TURN_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0)


class Metrics:
    """Counters with kinds and states only: never an id, never a word of a person."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._messages = Counter(
            "practice_loop_messages",
            "What became of outbox rows",
            ["kind", "state"],
            registry=self.registry,
        )
        self._turns = Histogram(
            "practice_loop_turn_seconds",
            "How long an answer took",
            ["kind"],
            buckets=TURN_BUCKETS,
            registry=self.registry,
        )
        self._failed = Counter(
            "practice_loop_turns_failed", "Turns that ended in an error", registry=self.registry
        )
        self._refused = Counter(
            "practice_loop_requests_refused",
            "Requests that were not let in",
            ["reason"],
            registry=self.registry,
        )
        self._depth = Gauge(
            "practice_loop_outbox_rows", "Outbox rows", ["state"], registry=self.registry
        )
        self._oldest = Gauge(
            "practice_loop_outbox_oldest_due_seconds",
            "For how long the oldest waiting row has been due",
            registry=self.registry,
        )
        self._urgent = Gauge(
            "practice_loop_urgent_overdue",
            "Steps and cards of what cannot wait that are a minute late: wake somebody",
            registry=self.registry,
        )

    def urgent(self, late: int) -> None:
        """So many urgent steps are overdue; anything but 0 is for an operator at once."""
        self._urgent.set(late)

    def message(self, kind: str, state: str) -> None:
        """An outbox row came to a state."""
        self._messages.labels(kind, state).inc()

    def turn(self, kind: str, seconds: float) -> None:
        """A turn was answered."""
        self._turns.labels(kind).observe(seconds)

    def turn_failed(self) -> None:
        """A turn ended in an error that nobody had foreseen."""
        self._failed.inc()

    def refused(self, reason: str) -> None:
        """A request was not let in."""
        self._refused.labels(reason).inc()

    def outbox(self, counts: OutboxCounts, now: datetime) -> None:
        """The outbox as it stands."""
        self._depth.clear()
        for state, rows in counts.by_state.items():
            self._depth.labels(state).set(rows)
        due = counts.oldest_due
        self._oldest.set(max(0.0, (now - due).total_seconds()) if due else 0.0)

    def exposition(self) -> bytes:
        """The page that ``/metrics`` serves."""
        return generate_latest(self.registry)
