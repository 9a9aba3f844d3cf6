"""Quiet hours: when nothing goes out that can wait."""

from __future__ import annotations

from datetime import datetime, time

from domain.calendar.working_days import local
from domain.nudges.steps import NINE
from usecases.council import Council

EVENING = time(18)


def is_quiet(council: Council, now: datetime) -> bool:
    """Before nine and from six in London, at weekends, on holidays and closed days."""
    clock = local(now)
    works = council.calendar.is_working(clock.date())
    return not works or not NINE <= clock.time() < EVENING
