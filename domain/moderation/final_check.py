"""The look over a cycle's finished audits (SOM-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleCheck:
    """One cycle's check; ``checked_at`` is None while it is open."""

    cycle_id: int
    due_on: date
    themes: str = ""
    checked_by: str | None = None
    checked_at: datetime | None = None
    version: int = 1
