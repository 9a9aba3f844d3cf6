"""Where every seat of a cycle stands, for those who run it: the lines of their board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.audits.audit import Audit, AuditState, Seat, SeatState
from domain.audits.progress import late_seats
from domain.cases.case import Case


class SeatStage(StrEnum):
    """How far one person's part is, with what became of the audit around it."""

    VACANT = "vacant"
    NOT_SENT = "not_sent"  # its day has not come
    NOT_ANSWERED = "not_answered"
    ACCEPTED = "accepted"
    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    MODERATING = "moderating"
    FINAL = "final"


OVERDUE = "overdue"
"""A filter that is no stage: every seat that is late, however far it is."""

_STAGES = {
    SeatState.VACANT: SeatStage.VACANT,
    SeatState.HELD: SeatStage.NOT_SENT,
    SeatState.OFFERED: SeatStage.NOT_ANSWERED,
    SeatState.ACCEPTED: SeatStage.ACCEPTED,
    SeatState.STARTED: SeatStage.DRAFTING,
    SeatState.SUBMITTED: SeatStage.SUBMITTED,
    SeatState.RELEASED: SeatStage.SUBMITTED,
}
WAITED_FOR = {SeatStage.NOT_ANSWERED, SeatStage.ACCEPTED, SeatStage.DRAFTING}
"""The stages in which somebody can be reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One seat of one audit."""

    audit: Audit
    seat: Seat
    team: str
    stage: SeatStage
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What is looked at; empty means everything. ``stage`` is a stage's value or ``overdue``."""

    team: str = ""
    stage: str = ""

    def keep(self, found: Iterable[BoardLine]) -> list[BoardLine]:
        """The lines that are looked at, the late ones first, then those due first."""
        kept = [line for line in found if self._fits(line)]
        return sorted(kept, key=lambda line: (not line.late, line.seat.due_on, line.seat.id))

    def _fits(self, line: BoardLine) -> bool:
        if self.team and line.team.casefold() != self.team.casefold():
            return False
        if self.stage == OVERDUE:
            return line.late
        return not self.stage or line.stage == self.stage


def board_lines(
    audits: Iterable[tuple[Audit, Sequence[Seat]]], cases: Mapping[str, Case], today: date
) -> Iterator[BoardLine]:
    """Every seat of the audits that were not cancelled."""
    for audit, seats in audits:
        if audit.state is AuditState.CANCELLED:
            continue
        late = {seat.id for seat in late_seats(audit, seats, today)}
        case = cases.get(audit.case_ref)
        for seat in seats:
            yield BoardLine(
                audit=audit,
                seat=seat,
                team=case.team if case else "",
                stage=_stage(audit, seat),
                late=seat.id in late,
            )


def _stage(audit: Audit, seat: Seat) -> SeatStage:
    if audit.state is AuditState.FINAL:
        return SeatStage.FINAL
    if audit.state is AuditState.MODERATING and not seat.panel:
        return SeatStage.MODERATING
    return _STAGES[seat.state]


def counted(found: Iterable[BoardLine]) -> dict[SeatStage, tuple[int, int]]:
    """How many seats are at each stage, and how many of them are late."""
    kept = list(found)
    seats = Counter(line.stage for line in kept)
    late = Counter(line.stage for line in kept if line.late)
    return {stage: (seats[stage], late[stage]) for stage in SeatStage}
