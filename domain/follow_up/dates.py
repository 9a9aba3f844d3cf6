"""When what follows is asked and due."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar.working_days import ONE_DAY, WorkingCalendar, add_months
from domain.frameworks.cycles import CycleShape, WindowCycle
from domain.frameworks.follow_up import AfterAudit, Again, Consequence


def due_after(
    then: Consequence, submitted_on: date, today: date, calendar: WorkingCalendar
) -> date:
    """The printed day: from the later submission (E-49); at once is the next working day (E-98)."""
    if then.days:
        return submitted_on + timedelta(days=then.days)
    if then.months:
        return add_months(submitted_on, then.months)
    return calendar.on_or_after(today + ONE_DAY)


def asked_and_due(
    rule: AfterAudit, overall: str | None, today: date, calendar: WorkingCalendar
) -> tuple[date, date]:
    """When an activity is asked for and due after the findings of a day."""
    if overall in rule.at_once_for:
        return today, calendar.on_or_after(today + ONE_DAY)
    asked = today + timedelta(days=rule.asked_after_days)
    return asked, asked + timedelta(days=rule.within_days)


def next_asking(rule: Again | None, asked: date) -> date | None:
    """The next day on which whoever is silent is asked; None: not again by itself."""
    if rule is None:
        return None
    days = asked + timedelta(days=rule.days) if rule.days else None
    return days or add_months(asked, rule.months or 1)


def review_months(shape: CycleShape) -> tuple[int, ...]:
    """The months of the meetings that review recommendations (COL-03, COL-04, E-33)."""
    windows = shape.windows if isinstance(shape, WindowCycle) else ()
    return tuple(sorted({w.review_month for w in windows if w.review_month}))


def next_review(months: tuple[int, ...], after: date, *, later: bool = False) -> date | None:
    """The first day of the next review month; today where one runs.

    ``later`` passes over the review that runs: what was returned stays open to the next (E-41).
    A review of December may run on into January, so that January still counts as running.
    """
    running = set(months) | {month % 12 + 1 for month in months}
    if after.month in running and not later:
        return after
    first = add_months(after.replace(day=1), 1)
    ahead = (add_months(first, step) for step in range(12))
    return next((day for day in ahead if day.month in months), None)
