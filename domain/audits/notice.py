"""Who was told of an audit, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One person told of one audit.

    ``times`` are proposed starts for the talk, ``agreed`` the one that an auditor took; all UTC.
    ``read_at`` is when the findings were read.
    """

    id: int
    audit_id: int
    person_id: str
    role: str
    version: int
    seen_at: datetime | None = None
    times: tuple[datetime, ...] = ()
    agreed: datetime | None = None
    note: str = ""
    read_at: datetime | None = None
