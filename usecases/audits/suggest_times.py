"""The worker suggests times for the talk (SEF-03, HER-04)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

from domain.calendar.working_days import LONDON
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.noticing import answered, keep, notice_for, talkers, tell_auditors


@verb(subject="notice", past="suggested times")
async def suggest_times(ask: Ask) -> Answer:
    """Keep one or two starts and ask whoever talks with the worker to take one."""
    scene, notice = await notice_for(ask)
    times = tuple(_times(ask))
    if not times:
        raise Fault("Please choose a day and a time. Nothing was sent.", field="day_1")
    answer = replace(notice, times=times, agreed=None, seen_at=notice.seen_at or ask.now)
    saved = await keep(ask, answer, "suggest_times")
    await tell_auditors(ask, talkers(scene), saved)
    return answered(ask, "I have passed your times on. You will hear which one suits.")


def _times(ask: Ask) -> Iterator[datetime]:
    """The starts as UTC; raises Fault on half a choice or a time that is over."""
    for number in ("1", "2"):
        day, at = ask.typed(f"day_{number}"), ask.typed(f"time_{number}")
        if not day and not at:
            continue
        field = f"day_{number}" if at else f"time_{number}"
        start = _start(day, at, field)
        if start <= ask.now:
            raise Fault("That time is over already. Please choose a later one.", field=field)
        yield start


def _start(day: str, at: str, field: str) -> datetime:
    try:
        here = datetime.combine(date.fromisoformat(day), time.fromisoformat(at), LONDON)
    except ValueError as error:
        raise Fault(
            "Please choose both a day and a time. Nothing was sent.", field=field
        ) from error
    return here.astimezone(UTC)
