"""Quiet hours: when nothing goes out that can wait."""

from __future__ import annotations

from datetime import datetime

from domain.calendar.working_days import local
from usecases.council import Council


def is_quiet(council: Council, now: datetime) -> bool:
    """Outside the hours of the council's profile, at weekends, on holidays and closed days."""
    clock = local(now)
    hours = council.framework.nudge_steps.hours
    works = council.calendar.is_working(clock.date())
    return not works or not hours.begins <= clock.hour < hours.ends
