"""Whether a programme's own dates can be kept, tried on some years of cycles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from domain.calendar.wording import say_date
from domain.calendar.working_days import WorkingCalendar
from domain.frameworks.cycles import openings
from domain.frameworks.deadlines import DayOfMonth, due_on
from domain.frameworks.meeting import notice_on
from domain.frameworks.programme import Programme
from domain.frameworks.sequence import sequence_faults

# Four years hold a leap day and every weekday on which a month can begin; bank holidays only
# move a working day by a few days, so they are left to the year that is run
SPAN = (date(2025, 1, 1), date(2028, 12, 31))
CALENDAR = WorkingCalendar()


def audits_due(programme: Programme, opened: date, calendar: WorkingCalendar) -> date:
    """The day on which the last seat of a cycle is due, whose printed day is ``opened``."""
    return max(due_on(seat.due, opened, calendar) for seat in programme.seats)


def timetable_faults(place: str, programme: Programme) -> Iterator[str]:
    """What cannot be met, each kind of fault once, with the first date that shows it."""
    said: set[str] = set()
    cycles = list(openings(programme.cycle, *SPAN))
    for opened, following in pairwise([*cycles, date.max]):
        for where, sentence in _of_cycle(programme, opened, following):
            if where not in said:
                said.add(where)
                yield f"{place}.{where}: {sentence}"


def _of_cycle(programme: Programme, opened: date, following: date) -> Iterator[tuple[str, str]]:
    for index, seat in enumerate(programme.seats):
        due = due_on(seat.due, opened, CALENDAR)
        yield from _seat(f"seats[{index}].due", seat.label, (opened, due, following))
    yield from sequence_faults(programme, opened, CALENDAR)
    yield from _notice(programme, opened)
    yield from _moderation(programme, opened, following)


def _seat(where: str, label: str, days: tuple[date, date, date]) -> Iterator[tuple[str, str]]:
    opened, due, following = days
    if due <= opened:
        yield where, f"the {label} would be due on {say_date(due)}, when the cycle only opens"
    if due >= following:
        late = f"what opens on {say_date(opened)} is due on {say_date(due)}"
        yield where, f"cycles overlap: {late}, but the next opens on {say_date(following)}"


def _notice(programme: Programme, opened: date) -> Iterator[tuple[str, str]]:
    if programme.notice is None:
        return
    told, cards = notice_on(programme.notice, opened, CALENDAR), CALENDAR.on_or_after(opened)
    if told > cards:
        late = f"after the audits of {say_date(opened)}"
        yield "notice.when", f"people would be told on {say_date(told)}, {late}"


def _moderation(programme: Programme, opened: date, following: date) -> Iterator[tuple[str, str]]:
    rules = programme.moderation
    if rules is None:
        return
    audited = audits_due(programme, opened, CALENDAR)
    ends = due_on(rules.due, opened, CALENDAR)
    early = f"before the audits are due on {say_date(audited)}"
    if rules.opens_day:
        begins = due_on(DayOfMonth(kind="day_of_month", day=rules.opens_day), audited, CALENDAR)
        if begins < audited:
            yield "moderation.opens_day", f"moderation would open on {say_date(begins)}, {early}"
        elif ends < begins:
            closes = f"moderation would close on {say_date(ends)}"
            yield "moderation.due", f"{closes}, before it opens on {say_date(begins)}"
    if ends < audited:
        yield "moderation.due", f"moderation would be due on {say_date(ends)}, {early}"
    if following < date.max and ends >= audits_due(programme, following, CALENDAR):
        late = f"that of {say_date(opened)} is due on {say_date(ends)}"
        yield "moderation.due", f"moderations overlap: {late}, when the next has begun"
