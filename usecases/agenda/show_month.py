"""One month of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cards.agenda.month import Month, MonthLine
from domain.calendar.coming import Coming
from domain.calendar.occurrence import OccurrenceState
from domain.calendar.wording import say_count, say_list
from domain.calendar.working_days import add_months, local_day
from domain.duties import Duty
from domain.people.person import Person
from domain.refs import Ref
from usecases.agenda.months import last_of, month_of, month_ref, within
from usecases.asking import Answer, Ask, verb
from usecases.calendar.coming import coming
from usecases.people.duties import describe
from usecases.showing import Look, shows

MOST_NAMES = 2
STATES = {
    OccurrenceState.DONE: "Done",
    OccurrenceState.MISSED: "Missed",
}


@shows("month")
async def show_month(look: Look) -> Month | None:
    """One's open duties of the month, and what one owes in the calendar.

    Those who run cycles see the whole calendar of the council.
    """
    first = month_of(look.about)
    if first is None or not within(first, look.today):
        return None
    last = last_of(first)
    everybody = look.council.coordinates(look.reader)
    found = await coming(look.uow, look.council, first, last, look.today)
    mine = [one for one in found if everybody or look.reader.id in one.people]
    names = await look.uow.people.all() if everybody else {}
    return Month(
        ref=look.about,
        version=1,
        reader=Ref("person", look.reader.id),
        first=first,
        today=look.today,
        own=tuple([line for line in await _own(look, first, last) if line]),
        council=tuple(_line(one, names) for one in mine),
        everybody=everybody,
        before=_beside(look, first, -1),
        after=_beside(look, first, 1),
        notice=look.notice or None,
    )


async def _own(look: Look, first: date, last: date) -> list[MonthLine | None]:
    """Duties due in the month; in the present one also those that are late before it."""
    this_month = first <= look.today <= last
    since = date.min if this_month else first
    duties = await look.uow.duties.open_of(look.reader.id)
    return [await _duty(look, duty) for duty in duties if since <= local_day(duty.due_at) <= last]


async def _duty(look: Look, duty: Duty) -> MonthLine | None:
    found = await describe(look.uow, look.council, duty)
    if found is None:
        return None
    due = local_day(duty.due_at)
    return MonthLine(
        day=due,
        text=found.text,
        detail=found.detail,
        state="Late" if due < look.today else "",
        verb="open_duty",
        ref=duty.ref,
        version=duty.version,
    )


def _line(one: Coming, names: Mapping[str, Person]) -> MonthLine:
    """Whose it is stands below where names are given: what each does by themselves looks alike."""
    is_open = one.ref is not None
    owe = [names[each].name for each in one.people if each in names]
    return MonthLine(
        day=one.due_on,
        text=one.title,
        detail=say_list(owe) if len(owe) <= MOST_NAMES else say_count(len(owe), "colleague"),
        state=STATES.get(one.state, "") if one.state else "",
        verb="open_occurrence" if is_open else "",
        ref=one.ref,
        version=one.version,
    )


def _beside(look: Look, first: date, months: int) -> Ref | None:
    other = add_months(first, months)
    return month_ref(other) if within(other, look.today) else None


@verb(subject="month")
async def open_month(ask: Ask) -> Answer:
    """That month in place of the pressed card."""
    return Answer(view="month", about=ask.ref)


@verb(subject="person")
async def open_calendar(ask: Ask) -> Answer:
    """The present month in place of the pressed card."""
    return Answer(view="month", about=month_ref(ask.today))
