"""A duty: one thing that one person must do by a time. Every nudge and list is one over duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.refs import Ref

UNPLANNED = -1
"""The step of a duty at which nobody has looked yet: what lies before its opening is over."""


class DutyState(StrEnum):
    """Open, or how it ended."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Times are UTC. ``step`` counts the steps that are over, or is UNPLANNED.

    ``next_nudge_at`` is when to look again, None after the last step.
    """

    id: int
    kind: str
    subject: Ref
    holder: str
    opened_at: datetime
    due_at: datetime
    state: DutyState
    step: int
    next_nudge_at: datetime | None
    version: int

    @property
    def ref(self) -> Ref:
        """The subject of its line in a list."""
        return Ref("duty", str(self.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDuty:
    """A duty before it has a row."""

    kind: str
    subject: Ref
    holder: str
    due_at: datetime
