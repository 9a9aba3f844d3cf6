"""Say that one is away, or back."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar.spoken import Span, spoken_day
from domain.calendar.wording import say_day
from domain.faults import Fault
from domain.people.person import Absence, Person
from domain.refs import Ref
from usecases.agenda.leave import cover_with, end_today, keep, split_leave
from usecases.asking import Answer, Ask, verb

LONGEST = timedelta(days=400)
DAYS = "Please say the first and the last day, such as 3-14 August. Nothing was changed."


@verb(subject="person", past="said when they are away")
async def keep_leave(ask: Ask) -> Answer:
    """The leave with its cover; leave that it overlaps gives way to it."""
    span = _span(ask)
    cover = await _cover(ask, span)
    await keep(ask, ask.actor, span, cover.id if cover else None)
    covers = f" {cover.name} covers and has been told." if cover else ""
    line = f"You are away from {say_day(span.first)} to {say_day(span.last)}.{covers}"
    return Answer(view="my_leave", about=Ref("person", ask.actor.id), line=line, notice=line)


@verb(subject="person", past="is back")
async def back_today(ask: Ask) -> Answer:
    """Today's leave ends; what was held back comes again."""
    leave = ask.actor.absence_on(ask.today)
    if leave is None:
        raise Fault("You are not away today, so nothing was changed. Type away to see your leave.")
    await end_today(ask, ask.actor, leave)
    line = "Welcome back. Your reminders come to you again. Type my work to see what waits."
    return Answer(view="my_leave", about=Ref("person", ask.actor.id), line=line, notice=line)


@verb(subject="leave", past="named who covers")
async def name_cover(ask: Ask) -> Answer:
    """A manager names who covers somebody's leave."""
    found = await leave_of(ask)
    if found is None:
        raise Fault("That leave is over or was changed, so nothing was kept.")
    person, leave = found
    cover = await _person(ask, ask.typed("cover"))
    if cover is None or cover.id == person.id:
        raise Fault("Please choose who covers. Nothing was changed.", field="cover")
    _check_there(cover, Span(leave.first_day, leave.last_day))
    await cover_with(ask, person, leave, cover.id)
    line = f"{cover.name} covers for {person.name}. Both have been told."
    return Answer(view="leave_notice", about=ask.ref, changed=(ask.ref,), line=line)


async def leave_of(ask: Ask) -> tuple[Person, Absence] | None:
    """The person and the leave of a reference, while it is kept so."""
    split = split_leave(ask.ref)
    person = await ask.uow.people.get(split[1]) if split else None
    if split is None or person is None:
        return None
    leave = next((one for one in person.absences if one.first_day == split[0]), None)
    return (person, leave) if leave else None


def _span(ask: Ask) -> Span:
    first = _day(ask, "first", ask.today)
    last = _day(ask, "last", first) if ask.typed("last").strip() else first
    if last < first:
        raise Fault("The last day lies before the first. Nothing was changed.", field="last")
    if last < ask.today or last - first > LONGEST:
        raise Fault(DAYS, field="last")
    return Span(first, last)


def _day(ask: Ask, key: str, today: date) -> date:
    found = spoken_day(ask.typed(key), today)
    if found is None:
        raise Fault(DAYS, field=key)
    return found


async def _cover(ask: Ask, span: Span) -> Person | None:
    if not ask.typed("cover").strip():
        return None
    cover = await _person(ask, ask.typed("cover"))
    if cover is None or cover.id == ask.actor.id:
        raise Fault("Please choose a colleague who covers. Nothing was changed.", field="cover")
    _check_there(cover, span)
    return cover


def _check_there(cover: Person, span: Span) -> None:
    """A cover who is away most of the time covers nothing."""
    if cover.away_through(span.first, span.last):
        raise Fault(
            f"{cover.name} is away for most of that time. Please choose somebody else: "
            "nothing was changed.",
            field="cover",
        )


async def _person(ask: Ask, person_id: str) -> Person | None:
    person = await ask.uow.people.get(person_id.strip())
    return person if person and person.here_on(ask.today) else None
