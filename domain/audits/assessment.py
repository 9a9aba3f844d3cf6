"""An assessment: one seat's grades and words; a draft until it is submitted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

NOT_APPLICABLE = "not_applicable"


class AssessmentState(StrEnum):
    """A submitted one is locked until it is withdrawn."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaEntry:
    """What an auditor has said of one area so far; empty texts where nothing was said."""

    number: int
    grade: str | None = None
    evidence: str = ""
    strengths: str = ""
    develop: str = ""
    look_back: str = ""
    version: int = 1

    @property
    def texts(self) -> dict[str, str]:
        """The words, by the name of their input."""
        return {
            "evidence": self.evidence,
            "strengths": self.strengths,
            "develop": self.develop,
            "look_back": self.look_back,
        }

    @property
    def begun(self) -> bool:
        """Whether anything at all was entered."""
        return bool(self.grade or self.evidence or self.strengths or self.develop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One seat's assessment. ``at_area`` is where the auditor is; 0 means the summary."""

    id: int
    seat_id: int
    state: AssessmentState
    at_area: int
    version: int
    saved_at: datetime
    overall: str | None = None
    reason: str = ""
    submitted_at: datetime | None = None
    areas: tuple[AreaEntry, ...] = field(default=())

    def area(self, number: int) -> AreaEntry:
        """The entry of an area; an empty one where nothing was saved yet."""
        return next((a for a in self.areas if a.number == number), AreaEntry(number=number))

    @property
    def submitted(self) -> bool:
        """Whether it is in."""
        return self.state is AssessmentState.SUBMITTED
