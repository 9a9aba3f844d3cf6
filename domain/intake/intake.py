"""One thing that came in: its reference, day, theme and outcome, and what it teaches (HER-34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.refs import Ref

REFERENCE_LIMIT = 40
LESSON_LIMIT = 1500


class IntakeState(StrEnum):
    """How far it has come."""

    DRAFT = "draft"
    OPEN = "open"  # noted, and its outcome is not known yet
    CLOSED = "closed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """``rule`` and ``kind`` are the profile's; ``reference`` is that of the other system.

    There is no field for a name. ``reference`` and ``lesson`` are encrypted at rest.
    """

    id: int
    rule: str
    noted_by: str
    begun_at: datetime
    kind: str = ""
    reference: str = ""
    received_on: date | None = None
    route: str = ""
    theme: str = ""
    outcome: str = ""
    lesson: str = ""
    state: IntakeState = IntakeState.DRAFT
    noted_at: datetime | None = None
    version: int = 1

    @property
    def ref(self) -> Ref:
        """Its card."""
        return Ref("intake", str(self.id))

    @property
    def number(self) -> str:
        """``IN-12``."""
        return f"IN-{self.id}"

    @property
    def noted(self) -> bool:
        """Whether it counts."""
        return self.state in {IntakeState.OPEN, IntakeState.CLOSED}
