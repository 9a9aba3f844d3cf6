"""A piece of learning that somebody did, put on record by hand (LEI-06, LEI-07, SOM-21)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

FORM_LIMIT = 120
FINDINGS_LIMIT = 2000


class Company(StrEnum):
    """Whether it was done alone or together."""

    INDIVIDUAL = "individual"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of ``person_id``; ``recorded_by`` is somebody else where a manager wrote it down.

    ``part`` is the key of a quota's part, or of a quota without parts. ``form`` says where its
    form is kept and ``findings`` what was found and what it changed: both are encrypted at rest.
    """

    id: int = 0
    person_id: str
    part: str
    done_on: date
    company: Company
    form: str = ""
    findings: str = ""
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneAudit:
    """An audit that somebody handed in, on that day in London."""

    person_id: str
    programme: str
    cycle_id: int
    done_on: date
