"""Leave: one's own, and as a cover or a manager sees somebody's."""

from __future__ import annotations

from datetime import date

from cards.agenda.leave_notice import LeaveNotice
from cards.agenda.my_leave import Leave, LeaveDuty, MyLeave
from domain.calendar.wording import say_list
from domain.calendar.working_days import ONE_DAY, local_day
from domain.nudges.recipients import works_next
from domain.people.person import Absence, Person
from domain.people.week import OFFICE, WEEK
from domain.refs import Ref
from usecases.agenda.deciders import may_decide
from usecases.agenda.leave import falling_due, split_leave
from usecases.people.duties import describe
from usecases.showing import Look, shows

MOST_CHOICES = 80


@shows("my_leave")
async def show_my_leave(look: Look) -> MyLeave:
    """The reader's leave that is not over."""
    me = await look.uow.people.get(look.reader.id) or look.reader
    ahead = [one for one in me.absences if one.last_day >= look.today]
    return MyLeave(
        ref=Ref("person", me.id),
        version=1,
        today=look.today,
        leaves=tuple([await _leave(look, me, one) for one in ahead]),
        colleagues=await _colleagues(look, me),
        works=_works(me),
        first=_iso(look.typed.get("first", "")),
        last=_iso(look.typed.get("last", "")),
        cover=look.typed.get("cover", ""),
        notice=look.notice or None,
        field=look.field,
    )


@shows("leave_notice")
async def show_leave_notice(look: Look) -> LeaveNotice | None:
    """For the cover, for whoever answers for the person, and for the person; None for others."""
    split = split_leave(look.about)
    person = await look.uow.people.get(split[1]) if split else None
    if split is None or person is None:
        return None
    leave = next((one for one in person.absences if one.first_day == split[0]), None)
    role = await _role(look, person, leave)
    if role is None:
        return None
    shown = leave or Absence(first_day=split[0], last_day=split[0])
    cover = await look.uow.people.get(shown.cover) if shown.cover else None
    return LeaveNotice(
        ref=look.about,
        version=1,
        reader=Ref("person", look.reader.id),
        who=person.name,
        first_day=shown.first_day,
        last_day=shown.last_day,
        role=role,
        cover=cover.name if cover else "",
        duties=await _duties(look, person, shown),
        choices=await _colleagues(look, person) if role == "names" else (),
        over=leave is None or leave.last_day < look.today,
        notice=look.notice or None,
        field=look.field,
    )


async def _role(look: Look, person: Person, leave: Absence | None) -> str | None:
    if look.reader.id == person.id:
        return "self"
    if leave and leave.cover == look.reader.id:
        return "cover"
    if await may_decide(look.uow, look.council, look.reader, person, look.now):
        return "names"
    # whoever covered before reads on their card that it is over
    sent = await look.uow.outbox.latest(look.reader.id, ("leave_notice",))
    return "cover" if sent and leave is None else None


async def _leave(look: Look, person: Person, leave: Absence) -> Leave:
    cover = await look.uow.people.get(leave.cover) if leave.cover else None
    return Leave(
        first_day=leave.first_day,
        last_day=leave.last_day,
        back_on=works_next(person, leave.last_day + ONE_DAY, look.council.calendar),
        cover=cover.name if cover else "",
        duties=await _duties(look, person, leave),
    )


async def _duties(look: Look, person: Person, leave: Absence) -> tuple[LeaveDuty, ...]:
    found = []
    for duty in await falling_due(look.uow, person.id, leave):
        if said := await describe(look.uow, look.council, duty):
            due = local_day(duty.due_at)
            found.append(LeaveDuty(text=said.text, detail=said.detail, due=due))
    return tuple(found)


async def _colleagues(look: Look, person: Person) -> tuple[tuple[str, str], ...]:
    """Those who may cover: the team first, then the service, then everybody else."""
    people = (await look.uow.people.all()).values()
    here = [one for one in people if one.id != person.id and one.here_on(look.today)]
    near = sorted(here, key=lambda one: (_far(one, person), one.name, one.id))
    return tuple((one.id, look.council.describe(one)) for one in near[:MOST_CHOICES])


def _far(one: Person, person: Person) -> int:
    if one.team and one.team == person.team:
        return 0
    return 1 if one.service and one.service == person.service else 2


def _works(person: Person) -> str:
    """The part-time pattern, in words; empty for a whole week."""
    if person.working_days == OFFICE:
        return ""
    return say_list([WEEK[day].capitalize() for day in sorted(person.working_days)])


def _iso(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return ""
