"""The monthly session in which everybody of the month's audits thinks together (SEF-23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.framework import Framework
from domain.frameworks.sections import Activity


class Coming(StrEnum):
    """What somebody answered to the invitation; afterwards, whether they were there."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    CAME = "came"
    MISSED = "missed"

    @property
    def noted(self) -> bool:
        """Whether those who ran the session have said who was there."""
        return self in {Coming.CAME, Coming.MISSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session over one month's audits. ``activity`` is its key in the framework.

    ``month`` is the first day of that month; ``starts_at`` is UTC, None until it is set.
    """

    id: int
    activity: str
    month: date
    version: int
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One person's place in a session, and what they want to bring in."""

    id: int
    session_id: int
    person_id: str
    version: int
    coming: Coming = Coming.WAITING
    idea: str = ""


def session_activities(framework: Framework) -> list[Activity]:
    """The activities to which everybody of the month's audits is asked."""
    return [
        one
        for one in framework.activities
        if one.on
        and one.cadence
        and (one.cadence.every, one.cadence.interval) == ("month", 1)
        and "everyone_in_the_audit" in one.relations
    ]


def month_to_look_back_on(today: date, calendar: WorkingCalendar) -> date | None:
    """The first day of the month before, from this month's first working day on."""
    first = today.replace(day=1)
    return add_months(first, -1) if today >= calendar.on_or_after(first) else None
