"""An audit is as far as its slowest seat, and late as soon as the day of one is over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.audits.audit import Audit, AuditState, Seat, SeatState
from domain.audits.progress import Stage, late_seats, stage_of

DUE = date(2026, 12, 8)
AFTER = date(2026, 12, 9)


def audit(state: AuditState = AuditState.OPEN) -> Audit:
    return Audit(id=1, cycle_id=1, case_ref="C-1", state=state, version=1)


def seats(*states: SeatState) -> list[Seat]:
    return [
        Seat(
            id=number,
            audit_id=1,
            role="auditor",
            holder=None if state is SeatState.VACANT else "ada",
            state=state,
            due_on=DUE,
            why="",
            since=datetime(2026, 12, 1, tzinfo=UTC),
            version=1,
        )
        for number, state in enumerate(states)
    ]


@pytest.mark.parametrize(
    ("states", "stage"),
    [
        ((SeatState.OFFERED, SeatState.ACCEPTED), Stage.NOT_STARTED),
        ((SeatState.VACANT, SeatState.OFFERED), Stage.NOT_STARTED),
        ((SeatState.STARTED, SeatState.OFFERED), Stage.BEING_GRADED),
        ((SeatState.SUBMITTED, SeatState.VACANT), Stage.BEING_GRADED),
        ((SeatState.SUBMITTED, SeatState.STARTED), Stage.BEING_GRADED),
        ((SeatState.SUBMITTED, SeatState.SUBMITTED), Stage.SUBMITTED),
    ],
)
def test_an_open_audit_is_as_far_as_its_seats(states: tuple[SeatState, ...], stage: Stage) -> None:
    assert stage_of(audit(), seats(*states)) is stage


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (AuditState.GRADED, Stage.SUBMITTED),
        (AuditState.MODERATING, Stage.MODERATING),
        (AuditState.FINAL, Stage.FINAL),
        (AuditState.CANCELLED, None),
    ],
)
def test_an_audit_that_moved_on_is_where_it_moved(state: AuditState, stage: Stage | None) -> None:
    assert stage_of(audit(state), seats(SeatState.SUBMITTED)) is stage


def test_what_is_in_is_not_late_and_what_nobody_holds_is() -> None:
    every = seats(*SeatState)
    late = late_seats(audit(), every, AFTER)
    assert [seat.state for seat in late] == [s for s in SeatState if s is not SeatState.SUBMITTED]


def test_nothing_is_late_on_its_day() -> None:
    assert late_seats(audit(), seats(SeatState.STARTED), DUE) == []


@pytest.mark.parametrize("state", [s for s in AuditState if s is not AuditState.OPEN])
def test_an_audit_that_is_no_longer_open_is_not_late(state: AuditState) -> None:
    assert late_seats(audit(state), seats(SeatState.STARTED), AFTER) == []
