"""What was said of an audit by those who run the cycle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RemarkKind(StrEnum):
    """What it explains."""

    EXTENDED = "extended"
    CANCELLED = "cancelled"
    REALLOCATED = "reallocated"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Words with their author; encrypted at rest."""

    audit_id: int
    kind: RemarkKind
    person_id: str
    text: str
    at: datetime
