"""A duty: one thing that one person must do by a time. Every nudge and list is one over duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.refs import Ref


class DutyState(StrEnum):
    """Open, or how it ended."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Times are UTC. ``step`` counts the nudges sent; ``next_nudge_at`` is None after the last."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDuty:
    """A duty before it has a row."""

    kind: str
    subject: Ref
    holder: str
    due_at: datetime
