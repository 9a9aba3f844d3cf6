"""The steps of a duty's time: when, and which of them after an outage."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar.working_days import WorkingCalendar
from domain.duties import UNPLANNED
from domain.frameworks.timing import Escalation, EscalationStep, NudgeSteps
from domain.nudges.steps import Progress, StepKind, day_begins, progress, steps_of

CALENDAR = WorkingCalendar(frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
RULE = NudgeSteps(days=(-7, -2, 0, 1))
UP = Escalation(
    steps=(
        EscalationStep(days_late=3, told=("line_manager",)),
        EscalationStep(days_late=7, told=("service_manager",)),
    )
)
DUE = date(2026, 12, 8)  # a Tuesday
STEPS = steps_of(DUE, RULE, UP, CALENDAR)


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=UTC)


def days(found: Progress) -> list[int]:
    return [step.days for step in found.due]


def test_reminders_come_first_and_then_the_way_up() -> None:
    """E-03, E-04."""
    said = [(step.kind, step.days, step.at) for step in STEPS]
    remind, up = StepKind.REMIND, StepKind.ESCALATE
    assert said == [
        (remind, -7, on(1)),
        (remind, -2, on(7)),  # the 6th is a Sunday
        (remind, 0, on(8)),
        (remind, 1, on(9)),
        (up, 3, on(11)),
        (up, 7, on(15)),
    ]


def test_two_reminders_that_meet_on_a_day_are_one() -> None:
    """Due on Saturday 26 December: the day itself and the day after both move to the 29th."""
    steps = steps_of(date(2026, 12, 26), RULE, Escalation(), CALENDAR)
    assert [(step.days, step.at.day) for step in steps] == [(-7, 21), (-2, 24), (1, 29)]


def test_nine_is_nine_in_london_in_summer_as_well() -> None:
    assert day_begins(date(2026, 7, 1)) == datetime(2026, 7, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(("day", "told"), [(7, [-2]), (8, [0]), (9, [1]), (11, [3])])
def test_one_step_at_a_time(day: int, told: list[int]) -> None:
    taken = sum(step.at < on(day) for step in STEPS)
    assert days(progress(STEPS, taken, STEPS[taken].at, on(day))) == told


def test_a_step_that_was_held_back_is_taken_when_its_time_comes() -> None:
    """Somebody was away on the 1st: the reminder waits, and is not forgotten."""
    assert days(progress(STEPS, 0, on(3), on(3))) == [-7]


def test_what_lay_before_it_was_opened_is_not_told() -> None:
    found = progress(STEPS, UNPLANNED, on(7, 10), on(7, 11))
    assert (found.due, found.passed, found.next_at) == ((), 2, on(8))


def test_after_an_outage_the_last_reminder_stands_for_all() -> None:
    """No storm: due day and day after were both missed."""
    found = progress(STEPS, 2, on(8), on(10))
    assert (days(found), found.passed, found.next_at) == ([1], 4, on(11))


def test_after_a_long_outage_every_step_up_is_taken() -> None:
    found = progress(STEPS, 2, on(8), on(20))
    assert (days(found), found.passed, found.next_at) == ([1, 3, 7], 6, None)


def test_after_the_last_step_there_is_none() -> None:
    found = progress(STEPS, 6, None, on(20))
    assert (found.due, found.next_at) == ((), None)


@pytest.mark.parametrize("gap", [1, 7, 60, 600])
def test_however_often_the_clock_looks_each_step_is_taken_once(gap: int) -> None:
    """From the opening to the end, in steps of so many minutes: never twice, never left out."""
    now, taken, planned = on(1, 10), UNPLANNED, on(1, 10)
    told: list[int] = []
    next_at: datetime | None = planned
    while now < on(18) and next_at is not None:
        if next_at <= now:
            found = progress(STEPS, taken, next_at, now)
            told += days(found)
            taken, next_at = found.passed, found.next_at
        now += timedelta(minutes=gap)
    assert told == [-2, 0, 1, 3, 7]
