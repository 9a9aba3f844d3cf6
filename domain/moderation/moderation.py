"""What is kept of one audit's moderation, of who disagreed, and of views that were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an audit is moderated: the framework's draw by key and kind, and its words."""

    key: str
    kind: str
    title: str
    detail: str = ""

    @property
    def said(self) -> str:
        """``Graded Good or better (Good)``."""
        return f"{self.title} ({self.detail})" if self.detail else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the panel decides: final grades, why, the lines of the action plan, wider findings.

    ``areas`` holds the final grade of each area by number; empty where areas have no grades.
    """

    overall: str | None = None
    areas: Mapping[int, str] = field(default_factory=dict)
    reason: str = ""
    plan: str = ""
    wider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    """How one audit stands to moderation, from the day on which its first grades were in.

    ``disagree_by`` is the last day on which somebody may disagree (E-97), None where nobody can.
    ``reasons`` are empty until something sends it to a panel; it opens on ``opens_on``, is due on
    ``due_on``, and ``opened_at`` is when the panel's seats were given. ``quorum`` members decide;
    ``agreed`` are the ids of the seats whose holders stand behind ``decision``.
    """

    audit_id: int
    settled_on: date
    disagree_by: date | None = None
    reasons: tuple[Reason, ...] = ()
    opens_on: date | None = None
    due_on: date | None = None
    opened_at: datetime | None = None
    quorum: int = 1
    decision: Decision = Decision()
    agreed: tuple[int, ...] = ()
    decided_at: datetime | None = None
    version: int = 1

    @property
    def drawn(self) -> bool:
        """Whether something sends it to a panel."""
        return bool(self.reasons)

    def drawn_as(self, kind: str) -> bool:
        """Whether a draw of that kind is among the reasons."""
        return any(reason.kind == kind for reason in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Somebody disagrees with the overall grade (SEF-19); ``relation`` is who they are to it."""

    audit_id: int
    person_id: str
    relation: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A colleague's view, asked for by a member of the panel (SEF-21)."""

    id: int
    audit_id: int
    person_id: str
    asked_by: str
    question: str
    asked_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
    version: int = 1
