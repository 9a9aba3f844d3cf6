"""What comes in the council's calendar: open already, or still ahead."""

from __future__ import annotations

from datetime import date

from domain.calendar.coming import Coming
from domain.calendar.entries import CalendarEntry, calendar_entries
from domain.calendar.occurrence import Occurrence
from domain.calendar.occurrences import Planned, occurrences
from domain.calendar.owners import People, Share, shares
from domain.calendar.working_days import add_months, local_day
from usecases.council import Council
from usecases.ports import UnitOfWork

LONG_AGO = 26  # months: the period of what comes every two years begins that long before


async def coming(
    uow: UnitOfWork, council: Council, first: date, last: date, today: date
) -> list[Coming]:
    """Everything due between the two days, both included, soonest first; writes nothing.

    What was opened shows as it is, done and missed ones too, where it was moved to; the rest is
    what the calendar will bring. Whose it is are the holders of ``today``. What people start of
    their own accord shows once it was started.
    """
    people = await uow.people.all()
    entries = {one.name: one for one in calendar_entries(council.framework, planned=True)}
    written = await uow.calendar.between(first, last)
    found = [
        _opened(entries[one.entry], one, people, today) for one in written if one.entry in entries
    ]
    known = await uow.calendar.known(add_months(first, -LONG_AGO))
    for entry in calendar_entries(council.framework):
        for share in shares(entry, people, today):
            found += [
                _ahead(planned, share)
                for planned in occurrences(entry, first, last, council.calendar)
                if planned.due_on >= today
                and (entry.name, planned.period.first_day, share.slot) not in known
            ]
    return sorted(found, key=lambda one: (one.due_on, one.title, one.people))


def _opened(entry: CalendarEntry, one: Occurrence, people: People, today: date) -> Coming:
    theirs = [share for share in shares(entry, people, today) if share.slot == one.slot]
    return Coming(
        section=entry.section,
        key=entry.key,
        title=entry.title,
        period=one.period,
        opens_on=local_day(one.opened_at),
        due_on=one.due_on,
        roles=entry.roles,
        people=theirs[0].people if theirs else tuple(filter(None, [one.slot])),
        state=one.state,
        ref=one.ref,
        version=one.version,
    )


def _ahead(planned: Planned, share: Share) -> Coming:
    return Coming(
        section=planned.entry.section,
        key=planned.entry.key,
        title=planned.entry.title,
        period=planned.period.first_day,
        opens_on=planned.opens_on,
        due_on=planned.due_on,
        roles=planned.entry.roles,
        people=share.people,
    )
