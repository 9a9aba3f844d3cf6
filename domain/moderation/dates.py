"""When moderation opens and is due, and by when somebody may disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.deadlines import DayOfMonth, due_on
from domain.frameworks.moderation import DisagreementDraw, ModerationRules


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day of a moderation."""

    opens_on: date
    due_on: date


def window(
    rules: ModerationRules,
    *,
    opened: date,
    audits_due: date,
    ready: date,
    calendar: WorkingCalendar,
) -> Window:
    """The window of an audit whose cycle ``opened`` then and which was ``ready`` on a day.

    From the 22nd of the month in which the audits are due to the 28th (E-44), cards on a working
    day. What comes after the window gets as many days of its own.
    """
    due = due_on(rules.due, opened, calendar)
    first = audits_due
    if rules.opens_day:
        day = DayOfMonth(kind="day_of_month", day=rules.opens_day)
        first = max(audits_due, due_on(day, audits_due, calendar))
    opens = calendar.on_or_after(first)
    if due < opens:  # a cycle that opened late in its month
        due = max(opens, due_on(rules.due, opens, calendar))
    if ready <= opens:
        return Window(opens if rules.opens_day else calendar.on_or_after(ready), due)
    late = calendar.on_or_after(ready)
    return Window(late, due if late <= due else late + (due - opens))


def draw_day(
    rules: ModerationRules, *, opened: date, audits_due: date, calendar: WorkingCalendar
) -> date | None:
    """The day on which the month's audits are drawn for moderation; None without such a draw."""
    if not any(draw.kind in {"share", "grade", "colleague"} for draw in rules.draws):
        return None
    day = due_on(rules.draws_on, opened, calendar) if rules.draws_on else audits_due
    return calendar.on_or_after(max(day, audits_due))


def disagree_by(rules: ModerationRules, told_on: date) -> date | None:
    """The last day on which somebody may disagree (E-97); None where nobody can."""
    days = [draw.within_days for draw in rules.draws if isinstance(draw, DisagreementDraw)]
    return told_on + timedelta(days=max(days)) if days else None
