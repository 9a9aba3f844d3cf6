"""The steps of a duty's time: reminders before and after its day, then the way up (E-03, E-04)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from domain.calendar.working_days import LONDON, WorkingCalendar
from domain.duties import UNPLANNED
from domain.frameworks.parts import Relation
from domain.frameworks.timing import Escalation, NudgeSteps

NINE = 9
"""The hour at which a day's reminders go out where a profile does not say (E-98)."""


class StepKind(StrEnum):
    """Whom a step speaks to."""

    REMIND = "remind"  # whoever must do it
    ESCALATE = "escalate"  # somebody above them


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step; ``days`` are counted from the due day, ``at`` is on a working day (E-02)."""

    kind: StepKind
    days: int
    at: datetime
    told: tuple[Relation, ...] = ()
    roles: tuple[str, ...] = ()


def rules_for(kind: str, rule: NudgeSteps, escalation: Escalation) -> tuple[NudgeSteps, Escalation]:
    """The steps of one kind of duty, where the profile declares its own; else those of all."""
    own = next((one for one in rule.kinds if one.kind == kind), None)
    if own is None:
        return rule, escalation
    days = rule if own.days is None else rule.model_copy(update={"days": own.days})
    up = escalation
    if own.escalation is not None:
        up = escalation.model_copy(update={"steps": own.escalation})
    return days, up


def steps_of(
    due: date, rule: NudgeSteps, escalation: Escalation, calendar: WorkingCalendar
) -> tuple[Step, ...]:
    """Every step of a duty that is due on that day, in order of time.

    A step whose printed day is not worked moves to the next working day; of two reminders that
    meet on one day only the later one stays.
    """
    hour = rule.hours.begins
    reminders = {_at(due, days, calendar, hour): days for days in sorted(rule.days)}
    found = [Step(kind=StepKind.REMIND, days=days, at=at) for at, days in reminders.items()]
    found += [
        Step(
            kind=StepKind.ESCALATE,
            days=step.days_late,
            at=_at(due, step.days_late, calendar, hour),
            told=step.told,
            roles=step.roles,
        )
        for step in escalation.steps
    ]
    return tuple(sorted(found, key=lambda step: (step.at, step.days)))


def _at(due: date, days: int, calendar: WorkingCalendar, hour: int) -> datetime:
    return day_begins(calendar.on_or_after(due + timedelta(days=days)), hour)


def day_begins(day: date, hour: int = NINE) -> datetime:
    """The hour at which a day's reminders go out, in London, as UTC."""
    return datetime.combine(day, time(hour), LONDON).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a duty stands among its steps: those to take now, and what comes next.

    ``start`` steps were over before: what is held back goes on from there.
    """

    due: tuple[Step, ...]
    start: int
    passed: int
    next_at: datetime | None


def progress(
    steps: Sequence[Step], taken: int, planned_at: datetime | None, now: datetime
) -> Progress:
    """What to do about a duty of which ``taken`` steps are over; UNPLANNED: never looked at.

    That has no step before ``planned_at``, when it was opened: nobody is reminded of what was.
    After an outage the last reminder stands for those that were missed, and every step up is
    taken.
    """
    start = taken
    if taken == UNPLANNED:
        start = sum(planned_at is not None and step.at <= planned_at for step in steps)
    passed = max(start, sum(step.at <= now for step in steps))
    missed = steps[start:passed]
    last = [step for step in missed if step.kind is StepKind.REMIND][-1:]
    up = [step for step in missed if step.kind is StepKind.ESCALATE]
    return Progress(
        due=(*last, *up),
        start=start,
        passed=passed,
        next_at=steps[passed].at if passed < len(steps) else None,
    )
