"""calendar, calendar march, calendar next month: one's own part of a month."""

from __future__ import annotations

from datetime import date

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.actions.days import MONTHS
from domain.calendar.working_days import add_months, local_day
from usecases.agenda.months import month_ref
from usecases.showing import look_at

TOO_FAR = "My calendar goes two years back and two years on. Type calendar for this month."


@command("calendar", "my calendar", "this month", "what is coming")
async def calendar(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The present month."""
    return await _show(heard, local_day(heard.now))


@command(pattern=r"^(?:my )?calendar (?:for |of |in )?([a-z]{3,9}|next month|last month)( \d{4})?$")
async def calendar_of(heard: Heard, groups: tuple[str, ...]) -> Reply | None:
    """A named month: the one of this year, or of the next once it is well over."""
    today = local_day(heard.now)
    beside = {"next month": 1, "last month": -1}
    if groups[0] in beside:
        return await _show(heard, add_months(today.replace(day=1), beside[groups[0]]))
    month = MONTHS.get(groups[0][:3])
    if month is None or not f"{date(2000, month, 1):%B}".lower().startswith(groups[0]):
        return None
    year = int(groups[1]) if groups[1] else _year(month, today)
    return await _show(heard, date(year, month, 1))


def _year(month: int, today: date) -> int:
    """Up to three months back it is the month that was, else the one that comes."""
    first = date(today.year, month, 1)
    nearest = [first.replace(year=today.year + more) for more in (-1, 0, 1)]
    since = add_months(today.replace(day=1), -3)
    return next(one.year for one in nearest if one >= since)


async def _show(heard: Heard, day: date) -> Reply:
    card = await look_at("month", heard.look(month_ref(day)))
    return Reply(card=card) if card else Reply(line=TOO_FAR)
