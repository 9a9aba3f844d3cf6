"""Whether what follows one another in an audit can: seats, hand-over, checks, reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from domain.calendar.wording import say_date
from domain.calendar.working_days import WorkingCalendar, add_months
from domain.frameworks.cycles import WindowCycle
from domain.frameworks.deadlines import due_on
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule

Fault = tuple[str, str]


def sequence_faults(
    programme: Programme, opened: date, calendar: WorkingCalendar
) -> Iterator[Fault]:
    """What of one cycle cannot come one after the other, each with its place."""
    dues = {seat.key: due_on(seat.due, opened, calendar) for seat in programme.seats}
    for index, seat in enumerate(programme.seats):
        yield from _after(f"seats[{index}]", seat, dues)
        yield from _hand_over(f"seats[{index}].hand_over", seat, opened, dues)
    yield from _final_check(programme, opened, max(dues.values()))
    yield from _review(programme, opened, max(dues.values()))


def _after(where: str, seat: SeatRule, dues: dict[str, date]) -> Iterator[Fault]:
    for key in seat.after:
        if key in dues and dues[seat.key] <= dues[key]:
            first = f"the {key} only on {say_date(dues[key])}"
            yield f"{where}.due", f"the {seat.label} is due on {say_date(dues[seat.key])}, {first}"


def _hand_over(where: str, seat: SeatRule, opened: date, dues: dict[str, date]) -> Iterator[Fault]:
    rule = seat.hand_over
    if rule is None:
        return
    begins, ends = (opened + timedelta(days=days) for days in (rule.from_day, rule.by_day))
    if ends < begins:
        yield f"{where}.by_day", f"it closes on day {rule.by_day}, before day {rule.from_day}"
    if ends >= dues[seat.key]:
        late = f"and the {seat.label} is due on {say_date(dues[seat.key])}"
        yield f"{where}.by_day", f"it may come as late as {say_date(ends)}, {late}"
    for key in seat.after:
        if key in dues and begins < dues[key]:
            early = f"before the {key} is due on {say_date(dues[key])}"
            yield f"{where}.from_day", f"it would begin on {say_date(begins)}, {early}"


def _final_check(programme: Programme, opened: date, audited: date) -> Iterator[Fault]:
    check = programme.final_check
    if check is None:
        return
    if check.by_day < check.from_day:
        closes = f"it closes on day {check.by_day}, before day {check.from_day}"
        yield "final_check.by_day", closes
    if (begins := opened + timedelta(days=check.from_day)) < audited:
        early = f"before the audits are due on {say_date(audited)}"
        yield "final_check.from_day", f"it would begin on {say_date(begins)}, {early}"


def _review(programme: Programme, opened: date, audited: date) -> Iterator[Fault]:
    """The month in which a window's recommendations are looked at (COL-03)."""
    if not isinstance(programme.cycle, WindowCycle):
        return
    for index, window in enumerate(programme.cycle.windows):
        if window.month != opened.month or window.review_month is None:
            continue
        later = (window.review_month - opened.month) % 12
        last = add_months(opened.replace(day=1), later + 1) - timedelta(days=1)
        if last < audited:
            early = f"before the audits are due on {say_date(audited)}"
            where = f"cycle.windows[{index}].review_month"
            yield where, f"the review would be over on {say_date(last)}, {early}"
