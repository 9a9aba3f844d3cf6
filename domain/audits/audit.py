"""Cycles, audits and seats: who looks at which record, in which run, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class SeatState(StrEnum):
    """How far one person's part has come."""

    VACANT = "vacant"  # nobody holds it; the coordinator has been told
    HELD = "held"  # somebody holds it, but its day has not come (SOM-02)
    OFFERED = "offered"
    ACCEPTED = "accepted"
    STARTED = "started"
    SUBMITTED = "submitted"
    RELEASED = "released"  # the others decided, so nothing is left to do for it (E-96)


class AuditState(StrEnum):
    """How far an audit has come."""

    OPEN = "open"
    GRADED = "graded"  # every auditor is in; it may still be drawn for moderation (SEF-17)
    MODERATING = "moderating"  # a difference or a draw has sent it to a moderator (HER-08)
    FINAL = "final"  # its outcome stands
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One run of a programme. ``seed`` makes the draw repeatable (E-10).

    ``occasion`` says which run it is: the printed day of a cycle of the calendar, or what was
    asked for on a day (``2026-12-03/C-23087``). ``noticed_at`` and ``offered_at`` are when its
    notices and its allocation cards went out; None while their day has not come, or while only
    those of the audits up to ``noticed_to`` and ``offered_to`` have: many go out part by part.
    ``template`` is where the form of this cycle stands, empty where it has none (LEI-04).
    """

    id: int
    framework: str
    programme: str
    opens_on: date
    due_on: date
    seed: int
    pool_size: int
    opened_by: str
    theme: str = ""
    occasion: str = ""
    template: str = ""
    noticed_at: datetime | None = None
    offered_at: datetime | None = None
    noticed_to: int = 0
    offered_to: int = 0

    def offered(self, audit_id: int) -> bool:
        """Whether the allocation cards of one of its audits have gone out."""
        return self.offered_at is not None or audit_id <= self.offered_to

    @property
    def of_calendar(self) -> bool:
        """Whether the framework's calendar opened it, and not somebody's wish (SEF-29)."""
        return "/" not in self.occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """One record in one cycle."""

    id: int
    cycle_id: int
    case_ref: str
    state: AuditState
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One person's part in an audit.

    ``why`` is the reason of the allocation, said to the holder; ``since`` the time of the last
    change of holder or state. ``panel`` marks a moderator's part, apart from the first auditors'.
    """

    id: int
    audit_id: int
    role: str
    holder: str | None
    state: SeatState
    due_on: date
    why: str
    since: datetime
    version: int
    panel: bool = False

    @property
    def live(self) -> bool:
        """Whether the holder still has something to do for it."""
        return self.state in {SeatState.OFFERED, SeatState.ACCEPTED, SeatState.STARTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeat:
    """A seat before it has a row: allocated, or left vacant with the reason.

    ``panel`` as in a Seat; ``held`` keeps its card back until its day has come.
    """

    role: str
    holder: str | None
    due_on: date
    why: str
    panel: bool = False
    held: bool = False

    @property
    def state(self) -> SeatState:
        """The state that it begins in."""
        if self.holder is None:
            return SeatState.VACANT
        return SeatState.HELD if self.held else SeatState.OFFERED


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAudit:
    """A drawn record and its seats."""

    case_ref: str
    seats: tuple[NewSeat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCycle:
    """A cycle before it has a row. Without an ``occasion`` it is the one of its printed day."""

    framework: str
    programme: str
    opens_on: date
    due_on: date
    seed: int
    pool_size: int
    opened_by: str
    theme: str = ""
    occasion: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody who gave a seat back; ``reason`` is a key such as ``conflict``.

    ``note`` is what they wrote for the QA team, encrypted at rest.
    """

    person_id: str
    reason: str
    at: datetime
    note: str = ""


HANDED_OVER = "handed_over"
