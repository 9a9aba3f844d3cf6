"""A file that somebody asked for: made when they say yes to having it in their OneDrive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.calendar.working_days import local_day
from domain.refs import Ref

GOOD_FOR = timedelta(days=1)
"""After it the question has to be asked anew."""
CARRIED_WITHIN = timedelta(minutes=1)
"""Whoever carries the file longer than this has died at it: the same yes counts once more."""
KEPT_FOR = timedelta(days=7)


class OfferState(StrEnum):
    """``withheld``: whoever said yes may not read any more what would have been in it."""

    ASKED = "asked"
    TAKEN = "taken"
    LANDED = "landed"
    DECLINED = "declined"
    FAILED = "failed"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the file stands; the address says whose OneDrive it is, so neither is ever shown."""

    url: str = field(repr=False)
    unique_id: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffer:
    """What kind of file, about what, for whom."""

    person_id: str
    kind: str
    about: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOffer(NewOffer):
    """The same with its number; nothing of the file is kept, only where it was put."""

    id: int
    state: OfferState
    asked_at: datetime
    taken_at: datetime | None = None
    place: Place | None = None
    version: int = 1

    @property
    def ref(self) -> Ref:
        """The subject of its cards."""
        return Ref("file", str(self.id))

    def ended(self, now: datetime) -> bool:
        """Whether nobody answered in time, or nothing came of the answer."""
        return now >= self.asked_at + GOOD_FOR and self._waits(now)

    def open_at(self, now: datetime) -> bool:
        """Whether a yes counts: once, in time, and again where the first came to nothing."""
        return now < self.asked_at + GOOD_FOR and self._waits(now)

    def named(self, stem: str, ending: str) -> str:
        """``actions-2026-11-21.xlsx``: the day is that of the question, as Teams was told it."""
        return f"{stem}-{local_day(self.asked_at).isoformat()}.{ending}"

    def _waits(self, now: datetime) -> bool:
        if self.state is OfferState.TAKEN:
            return self.taken_at is None or now >= self.taken_at + CARRIED_WITHIN
        return self.state is OfferState.ASKED
