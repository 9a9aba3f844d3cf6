"""How far an audit has come, for those who run the cycle (HER-02, SEF-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from domain.audits.audit import Audit, AuditState, Seat, SeatState


class Stage(StrEnum):
    """How far the audit as a whole is; an audit is as far as its slowest seat."""

    NOT_STARTED = "not_started"
    BEING_GRADED = "being_graded"
    SUBMITTED = "submitted"  # every seat is in; it is compared, or may still be drawn
    MODERATING = "moderating"
    FINAL = "final"


_BEGUN = {SeatState.STARTED, SeatState.SUBMITTED}


def stage_of(audit: Audit, seats: Sequence[Seat]) -> Stage | None:
    """The stage of an audit; None where it was cancelled."""
    if audit.state is AuditState.CANCELLED:
        return None
    if audit.state is AuditState.FINAL:
        return Stage.FINAL
    if audit.state is AuditState.MODERATING:
        return Stage.MODERATING
    if audit.state is AuditState.GRADED or not _missing(seats):
        return Stage.SUBMITTED
    begun = any(seat.state in _BEGUN for seat in seats)
    return Stage.BEING_GRADED if begun else Stage.NOT_STARTED


def late_seats(audit: Audit, seats: Sequence[Seat], today: date) -> list[Seat]:
    """The seats whose day is over and that are not in, also those that nobody holds."""
    if audit.state is AuditState.MODERATING:
        return [s for s in seats if s.panel and _unanswered(s) and s.due_on < today]
    if audit.state is not AuditState.OPEN:
        return []
    return [seat for seat in _missing(seats) if seat.due_on < today]


def _unanswered(seat: Seat) -> bool:
    return seat.live or seat.state is SeatState.VACANT


def _missing(seats: Sequence[Seat]) -> list[Seat]:
    return [s for s in seats if not s.panel and s.state is not SeatState.SUBMITTED]
