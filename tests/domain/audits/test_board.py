"""Where every seat stands, filtered and counted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.audits.audit import Audit, AuditState, Seat, SeatState
from domain.audits.board import OVERDUE, BoardFilter, BoardLine, SeatStage, board_lines, counted
from domain.cases.case import Case

DUE = date(2026, 12, 22)
BEFORE, AFTER = date(2026, 12, 1), date(2026, 12, 23)
CASES = {"C-1": Case(ref="C-1", team="North"), "C-2": Case(ref="C-2", team="South")}


def audit(number: int, state: AuditState = AuditState.OPEN) -> Audit:
    return Audit(id=number, cycle_id=1, case_ref=f"C-{number}", state=state, version=1)


def seat(number: int, state: SeatState, *, panel: bool = False) -> Seat:
    return Seat(
        id=number,
        audit_id=1,
        role="lead",
        holder=None if state is SeatState.VACANT else "ada",
        state=state,
        due_on=DUE,
        why="",
        since=datetime(2026, 12, 1, tzinfo=UTC),
        version=1,
        panel=panel,
    )


def lines(
    *states: SeatState, of: AuditState = AuditState.OPEN, today: date = BEFORE
) -> list[BoardLine]:
    seats = [seat(number, state) for number, state in enumerate(states, 1)]
    return list(board_lines([(audit(1, of), seats)], CASES, today))


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (SeatState.VACANT, SeatStage.VACANT),
        (SeatState.HELD, SeatStage.NOT_SENT),
        (SeatState.OFFERED, SeatStage.NOT_ANSWERED),
        (SeatState.ACCEPTED, SeatStage.ACCEPTED),
        (SeatState.STARTED, SeatStage.DRAFTING),
        (SeatState.SUBMITTED, SeatStage.SUBMITTED),
    ],
)
def test_a_seat_of_a_running_audit_is_where_its_holder_is(
    state: SeatState, stage: SeatStage
) -> None:
    assert [line.stage for line in lines(state)] == [stage]


def test_every_seat_state_has_a_stage() -> None:
    assert len(lines(*SeatState)) == len(SeatState)


def test_first_seats_wait_for_the_moderator_and_the_moderator_for_nobody() -> None:
    seats = [seat(1, SeatState.SUBMITTED), seat(2, SeatState.STARTED, panel=True)]
    found = board_lines([(audit(1, AuditState.MODERATING), seats)], CASES, BEFORE)
    assert [line.stage for line in found] == [SeatStage.MODERATING, SeatStage.DRAFTING]


def test_a_final_audit_is_final_in_every_seat() -> None:
    found = lines(SeatState.SUBMITTED, SeatState.SUBMITTED, of=AuditState.FINAL)
    assert {line.stage for line in found} == {SeatStage.FINAL}


def test_a_cancelled_audit_is_not_on_the_board() -> None:
    assert lines(SeatState.STARTED, of=AuditState.CANCELLED) == []


def test_overdue_is_a_filter_over_all_stages() -> None:
    found = lines(SeatState.STARTED, SeatState.SUBMITTED, SeatState.VACANT, today=AFTER)
    kept = BoardFilter(stage=OVERDUE).keep(found)
    assert [line.stage for line in kept] == [SeatStage.DRAFTING, SeatStage.VACANT]
    assert BoardFilter(stage=OVERDUE).keep(lines(SeatState.STARTED)) == []


def test_one_team_is_found_however_it_is_written() -> None:
    both = [(audit(1), [seat(1, SeatState.OFFERED)]), (audit(2), [seat(2, SeatState.OFFERED)])]
    found = list(board_lines(both, CASES, BEFORE))
    assert [line.team for line in BoardFilter(team="south").keep(found)] == ["South"]
    assert len(BoardFilter().keep(found)) == 2


def test_the_late_ones_come_first() -> None:
    found = lines(SeatState.SUBMITTED, SeatState.STARTED, today=AFTER)
    assert [line.late for line in BoardFilter().keep(found)] == [True, False]


def test_counts_say_seats_and_late_ones_by_stage() -> None:
    found = lines(SeatState.STARTED, SeatState.STARTED, SeatState.SUBMITTED, today=AFTER)
    count = counted(found)
    assert count[SeatStage.DRAFTING] == (2, 2)
    assert count[SeatStage.SUBMITTED] == (1, 0)
    assert sum(seats for seats, _ in count.values()) == 3
