"""Standing reminders: what comes on a day of the calendar, or after something happened (HER-43)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.asked_for import Nudge
from domain.frameworks.framework import Framework
from domain.frameworks.sections import Cadence
from domain.refs import Ref

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
WEEKS = {"week": 1, "fortnight": 2}
A_MONDAY = date(2026, 1, 5)  # fortnights are counted from it
STALE = timedelta(days=7)
"""What could not be said within a week of its day, for leave or an outage, is let be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingNudge:
    """One reminder for one person; ``slot`` names its period, or what it is about.

    The same (rule, slot, step, recipient) is there once for ever. ``about`` is the record that it
    concerns, where there is one; ``words``, what was noted with the tick, are encrypted at rest.
    """

    id: int = 0
    rule: str
    slot: str
    step: int = 0
    recipient: str
    send_on: date
    about: Ref | None = None
    sent_at: datetime | None = None
    ticked_at: datetime | None = None
    words: str = ""

    @property
    def ref(self) -> Ref:
        """Its card."""
        return Ref("standing", str(self.id))

    @property
    def version(self) -> int:
        """2 once it is ticked."""
        return 2 if self.ticked_at else 1


def rule_of(framework: Framework, key: str) -> Nudge | None:
    """The council's entry, if it is switched on."""
    return next((rule for rule in framework.nudges if rule.key == key and rule.on), None)


def day_of(cadence: Cadence | None, today: date, calendar: WorkingCalendar) -> date | None:
    """The working day on which this period's reminder goes out; None where it is another week's.

    Named months come on their own first working day; otherwise the first of every period.
    """
    first = _first_day(cadence, today)
    if first is None:
        return None
    day = calendar.on_or_after(first)
    return day if day <= today < day + STALE else None


def _first_day(cadence: Cadence | None, today: date) -> date | None:
    if cadence is None or cadence.event:
        return None
    this = today.replace(day=1)
    if cadence.months:
        return this if today.month in cadence.months else None
    if months := MONTHS.get(cadence.every or ""):
        return add_months(this, -((today.month - 1) % (months * cadence.interval)))
    if weeks := WEEKS.get(cadence.every or ""):
        return today - ((today - A_MONDAY) % timedelta(weeks=weeks * cadence.interval))
    return None


def next_day(rule: Nudge, sent_on: date, calendar: WorkingCalendar) -> date | None:
    """When it comes again while nobody has ticked it; None where once is enough (E-98)."""
    return calendar.on_or_after(add_months(sent_on, rule.again)) if rule.again else None


def too_late(rule: Nudge, reminder: StandingNudge, today: date) -> bool:
    """Whether its week is over; what follows something that happened waits for whoever is away."""
    return not rule.after and today >= reminder.send_on + STALE
