"""What is written into somebody's own calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One duty on its day. ``uid`` stays the same, so that a second file changes the entry.

    ``text`` names a record by its reference and never a person (tests hold it).
    """

    uid: str
    day: date
    text: str
    detail: str = ""
