"""An observation: one person's practice seen by another, and what was said of it (SEF-31)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref


class ObservationState(StrEnum):
    """From the plan to the record."""

    PROPOSED = "proposed"  # in a plan that nobody has confirmed: nobody was told
    ASSIGNED = "assigned"  # the observer has it to do
    RETURNED = "returned"  # on the record, and shared with whoever was seen
    DROPPED = "dropped"  # taken out of the plan, or not needed any more


LIVE = frozenset({ObservationState.PROPOSED, ObservationState.ASSIGNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewObservation:
    """One before it has a row.

    ``slot`` names whom the council owes it to or from; with the ``rule`` and the ``period`` it
    is owed once. It is empty for one that somebody does of their own accord.
    """

    rule: str
    observer: str
    observed: str | None = None
    state: ObservationState = ObservationState.ASSIGNED
    period: date
    slot: str = ""
    due_on: date | None = None
    plan_id: int | None = None
    audit_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(NewObservation):
    """``answers`` are the words under each question's key, ``comment`` those of whoever was seen.

    What people wrote (``answers``, ``reason``, ``comment``) is encrypted at rest.
    """

    id: int
    kind: str = ""
    seen_on: date | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""
    begun_at: datetime
    returned_at: datetime | None = None
    read_at: datetime | None = None
    version: int = 1

    @property
    def ref(self) -> Ref:
        """The form of the observer."""
        return Ref("observation", str(self.id))

    @property
    def shared(self) -> Ref:
        """What whoever was seen reads."""
        return Ref("observed", str(self.id))


class PlanState(StrEnum):
    """Whether a month's assignment has gone out."""

    PROPOSED = "proposed"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationPlan:
    """Who is to observe whom in one period; ``theme`` is that of the month's audits (SEF-31)."""

    id: int
    rule: str
    period: date
    due_on: date
    theme: str = ""
    state: PlanState = PlanState.PROPOSED
    version: int = 1

    @property
    def ref(self) -> Ref:
        """The subject of its card."""
        return Ref("observation_plan", str(self.id))
