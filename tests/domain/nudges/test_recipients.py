"""Who is reminded while somebody is away, and who hears that they are late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.calendar.working_days import WorkingCalendar
from domain.nudges.recipients import reminded, told_above, works_next
from domain.nudges.steps import Step, StepKind
from domain.people.person import Absence
from tests.cast import ADA, IVY, PEOPLE, WES

TODAY, BACK = date(2026, 12, 7), date(2026, 12, 14)
AWAY = replace(ADA, absences=(Absence(first_day=TODAY, last_day=date(2026, 12, 11), cover="ivy"),))
CALENDAR = WorkingCalendar()


def up(*told: str, roles: tuple[str, ...] = ()) -> Step:
    at = datetime(2026, 12, 7, 9, tzinfo=UTC)
    return Step(kind=StepKind.ESCALATE, days=3, at=at, told=told, roles=roles)  # type: ignore[arg-type]  # names


def test_whoever_is_here_is_reminded() -> None:
    assert reminded(ADA, PEOPLE, TODAY, TODAY) == ADA


def test_the_cover_is_reminded_of_what_falls_due_meanwhile() -> None:
    assert reminded(AWAY, PEOPLE, date(2026, 12, 10), TODAY) == IVY


def test_what_falls_due_later_waits() -> None:
    assert reminded(AWAY, PEOPLE, BACK, TODAY) is None


def test_without_a_cover_it_waits() -> None:
    alone = replace(AWAY, absences=(replace(AWAY.absences[0], cover=None),))
    assert reminded(alone, PEOPLE, TODAY, TODAY) is None


def test_what_a_cover_who_left_should_do_comes_to_the_manager() -> None:
    gone = {**PEOPLE, "ivy": replace(IVY, left_on=TODAY)}
    assert reminded(AWAY, gone, TODAY, TODAY) == PEOPLE["mo"]


def test_what_whoever_left_holds_comes_to_the_manager() -> None:
    assert reminded(replace(ADA, left_on=TODAY), PEOPLE, TODAY, TODAY) == PEOPLE["mo"]


def test_the_manager_is_reminded_of_what_somebody_out_of_reach_holds() -> None:
    assert reminded(ADA, PEOPLE, TODAY, TODAY, {"ada"}) == PEOPLE["mo"]
    assert reminded(ADA, PEOPLE, TODAY, TODAY, {"ada", "mo"}) == PEOPLE["hal"]


def test_a_cover_out_of_reach_passes_it_to_the_manager() -> None:
    assert reminded(AWAY, PEOPLE, TODAY, TODAY, {"ivy"}) == PEOPLE["mo"]


def test_leave_and_days_off_are_passed_over() -> None:
    assert works_next(AWAY, TODAY, CALENDAR) == BACK
    part_time = replace(ADA, working_days=frozenset({2, 3}))
    assert works_next(part_time, TODAY, CALENDAR) == date(2026, 12, 9)
    assert works_next(ADA, date(2026, 12, 5), CALENDAR) == TODAY


def test_the_way_up_follows_the_line() -> None:
    """E-04: Wes answers to Tess, and Sam stands above both."""
    assert [p.id for p in told_above(up("line_manager"), WES, PEOPLE, TODAY)] == ["tess"]
    assert [p.id for p in told_above(up("service_manager"), WES, PEOPLE, TODAY)] == ["sam"]


def test_nobody_hears_of_their_own_lateness_from_above() -> None:
    sam = PEOPLE["sam"]
    assert told_above(up("service_manager"), sam, PEOPLE, TODAY) == []
    roles = up(roles=("service_manager",))
    assert [p.id for p in told_above(roles, sam, PEOPLE, TODAY)] == []
    assert [p.id for p in told_above(roles, WES, PEOPLE, TODAY)] == ["sam"]


def test_above_somebody_who_left_the_next_one_hears_of_it() -> None:
    gone = {**PEOPLE, "tess": replace(PEOPLE["tess"], left_on=TODAY)}
    assert [p.id for p in told_above(up("line_manager"), WES, gone, TODAY)] == ["sam"]
    assert [p.id for p in told_above(up("line_manager"), WES, PEOPLE, TODAY, {"tess"})] == ["sam"]


def test_a_manager_on_leave_is_stood_in_for() -> None:
    away = replace(PEOPLE["tess"], absences=(replace(AWAY.absences[0], cover="theo"),))
    people = {**PEOPLE, "tess": away}
    assert [p.id for p in told_above(up("line_manager"), WES, people, TODAY)] == ["theo"]
