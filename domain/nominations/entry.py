"""An entry of the library: good practice that was verified, worded so that nobody is recognised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``area`` is the key of an area of the council's audits, or empty.

    ``service`` is the nominee's when it was kept. ``named``: the nominee wants their name on it;
    nobody is named without. A withdrawn one stays in the trail and is found by nobody.
    """

    id: int
    nomination_id: int
    rule: str
    text: str
    area: str
    service: str
    nominee: str
    verifier: str
    kept_on: date
    named: bool = False
    withdrawn_by: str | None = None
    version: int = 1

    @property
    def live(self) -> bool:
        """Whether it is in the library."""
        return self.withdrawn_by is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What entries are looked for; an empty part does not matter. All words must be there."""

    words: tuple[str, ...] = ()
    area: str = ""
    service: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of what was found, newest first, and how many there are in all."""

    entries: tuple[Entry, ...]
    total: int
