"""An alert: a concern or praise from one professional to those who work on a record (LEI-18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref


class AlertState(StrEnum):
    """From the first word to the end."""

    DRAFT = "draft"  # nobody was told
    WAITING = "waiting"  # for a reply
    REPLIED = "replied"  # whoever raised it says whether that settles it
    CLOSED = "closed"
    DROPPED = "dropped"  # never sent


class Tone(StrEnum):
    """What kind of thing is said."""

    CONCERN = "concern"
    PRAISE = "praise"


class Outcome(StrEnum):
    """What came of it."""

    OPEN = "open"
    SETTLED = "settled"
    NOT_SETTLED = "not_settled"  # no agreement, and no further step here
    THANKED = "thanked"  # praise asks for no reply


class AlertStepKind(StrEnum):
    """What happened, in the order in which it is told."""

    RAISED = "raised"
    REPLIED = "replied"
    MOVED_UP = "moved_up"
    CLOSED = "closed"
    FILED = "filed"  # its note is on the case system


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertStep:
    """One thing that happened at one ``level`` (0 is the first); ``words`` letter by letter."""

    kind: AlertStepKind
    level: int
    person_id: str
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """``level`` counts the council's levels from 0; ``parties`` are those who were told.

    ``agency`` is the partner who said it, where somebody enters it for them (HER-42). ``agency``,
    ``concern``, ``effect`` and the words of steps are encrypted at rest. ``offered_at`` is when
    the next step was last offered at this level.
    """

    id: int
    rule: str
    raised_by: str
    begun_at: datetime
    state: AlertState = AlertState.DRAFT
    tone: Tone = Tone.CONCERN
    case_ref: str = ""
    theme: str = ""
    agency: str = ""
    concern: str = ""
    effect: str = ""
    level: int = 0
    raised_at: datetime | None = None
    due_on: date | None = None
    offered_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome = Outcome.OPEN
    version: int = 1
    parties: tuple[str, ...] = ()
    steps: tuple[AlertStep, ...] = ()

    @property
    def ref(self) -> Ref:
        """Its card."""
        return Ref("alert", str(self.id))

    @property
    def draft(self) -> Ref:
        """The form on which it is written."""
        return Ref("alert_draft", str(self.id))

    @property
    def note(self) -> Ref:
        """The note about it on the case system."""
        return Ref("alert_note", str(self.id))

    @property
    def number(self) -> str:
        """``QA-12``."""
        return f"QA-{self.id}"

    @property
    def running(self) -> bool:
        """Whether somebody still has something to do about it."""
        return self.state in {AlertState.WAITING, AlertState.REPLIED}

    def last(self, kind: AlertStepKind) -> AlertStep | None:
        """The newest step of a kind."""
        return next((step for step in reversed(self.steps) if step.kind is kind), None)
