"""Good practice that a manager is asked to name, so that it can be audited (SEF-30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ExampleState(StrEnum):
    """Asked, or what became of it."""

    ASKED = "asked"
    NAMED = "named"
    NONE = "none"  # they have none to name now
    AUDITED = "audited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One request to one person. ``why`` is theirs and encrypted at rest."""

    id: int
    programme: str
    asked_of: str
    asked_by: str
    asked_at: datetime
    state: ExampleState = ExampleState.ASKED
    case_ref: str = ""
    why: str = ""
    version: int = 1
