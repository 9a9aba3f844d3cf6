"""A request to be added to the staff list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """Who asked, as Teams names them; ``told`` once the QA team has heard of it."""

    reference: str
    aad_object_id: str
    name: str
    asked_at: datetime
    told: bool
