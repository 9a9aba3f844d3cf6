"""What an audit came to: its final grades, and when its findings may be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState
from domain.calendar.working_days import local_day
from domain.frameworks.programme import Programme


class Settled(StrEnum):
    """How the final grades came about."""

    AGREED = "agreed"  # several auditors gave the same grades (HER-08)
    AS_SUBMITTED = "as_submitted"  # one auditor's, and nothing sent it to moderation
    MODERATED = "moderated"  # a moderator or a panel decided (HER-09, SEF-17, SOM-06)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The final grades of one audit. First grades stay where they are, for ever (E-47, E-72).

    ``overall`` is None and ``areas`` is empty where a council has no scale (E-06).
    ``submitted_on`` is the day of the later of the first submissions: deadlines of what follows
    count from it (E-49). Worker, team and service are those of the record at that moment:
    trends must not move when somebody changes teams (E-61, E-62).
    """

    audit_id: int
    programme: str
    case_ref: str
    settled: Settled
    overall: str | None
    areas: Mapping[int, str] = field(default_factory=dict)
    reason: str = ""
    worker: str | None = None
    team: str = ""
    service: str = ""
    submitted_on: date
    final_at: datetime


def later_submission(assessments: list[Assessment]) -> date:
    """The day in London of the later submission; raises ValueError where none is in."""
    return local_day(max(sent.submitted_at for sent in assessments if sent.submitted_at))


def findings_wait(programme: Programme) -> bool:
    """Whether the worker hears nothing before the grades are final.

    So it is where auditors' grades are compared (HER-08) or another seat moderates every audit
    (SOM-06). Where a share is moderated later, findings go out as submitted, and whoever
    disagrees says so (SEF-19).
    """
    rules = programme.moderation
    return rules is not None and any(draw.kind in {"difference", "every"} for draw in rules.draws)


def may_still_be_drawn(programme: Programme) -> bool:
    """Whether graded audits wait for a draw or a disagreement before they are final (SEF-17)."""
    rules = programme.moderation
    waiting = {"share", "grade", "disagreement", "colleague"}
    return rules is not None and any(draw.kind in waiting for draw in rules.draws)


def findings_are_out(programme: Programme, state: AuditState) -> bool:
    """Whether the people of the record may read the findings."""
    if state is AuditState.FINAL:
        return True
    graded = state in {AuditState.GRADED, AuditState.MODERATING}
    return graded and not findings_wait(programme)
