"""Who is behind among the people whom one manages, and reminding them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from cards.agenda.late_reminder import LateReminder
from cards.agenda.my_team import Member, MyTeam
from cards.nudges.digest import DigestLine
from domain.calendar.working_days import local_day
from domain.duties import Duty
from domain.faults import Fault
from domain.people.lines import manages
from domain.people.person import Person
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.people.duties import describe
from usecases.showing import Look, shows, tell

WEEK = timedelta(days=7)


@shows("my_team")
async def show_my_team(look: Look) -> MyTeam:
    """Everybody below the reader who holds something."""
    people = await look.uow.people.all()
    below = [p for p in people.values() if manages(look.reader, p, people)]
    held: dict[str, list[Duty]] = {}
    for duty in await look.uow.duties.open_of_all([one.id for one in below]):
        held.setdefault(duty.holder, []).append(duty)
    members = [await _member(look, one, held[one.id]) for one in below if one.id in held]
    ordered = sorted(members, key=lambda one: (-one.late, -one.longest_late, one.name))
    return MyTeam(
        ref=Ref("person", look.reader.id),
        version=1,
        today=look.today,
        members=tuple(ordered),
        leads=bool(below),
        notice=look.notice or None,
    )


@shows("late_reminder")
async def show_late_reminder(look: Look) -> LateReminder | None:
    """What is late by now; None once nothing is."""
    by, _, whose = look.about.key.partition("~")
    manager = await look.uow.people.get(by)
    if manager is None or whose != look.reader.id:
        return None
    found = await look.uow.duties.open_of(look.reader.id)
    lines = [await _late_line(look, duty) for duty in late(found, look.today)]
    shown = tuple(line for line in lines if line)
    if not shown:
        return None
    return LateReminder(
        ref=look.about,
        version=1,
        reader=Ref("person", look.reader.id),
        by=manager.name,
        late=shown,
        notice=look.notice or None,
    )


@verb(subject="person")
async def open_team(ask: Ask) -> Answer:
    """The team in place of the pressed card."""
    return Answer(view="my_team", about=ask.ref)


@verb(subject="member", past="reminded them")
async def remind_member(ask: Ask) -> Answer:
    """One card with all that is late, once a day; refused while the person is away."""
    person = await ask.uow.people.get(ask.ref.key)
    found = late(await ask.uow.duties.open_of(ask.ref.key), ask.today)
    if person is None or not found:
        raise Fault("Nothing of theirs is late any more, so nobody was reminded.")
    if person.absence_on(ask.today):
        raise Fault(f"{person.name} is away, so nobody was reminded. Their cover hears of it.")
    about = Ref("reminder", f"{ask.actor.id}~{person.id}")
    once = f"late {ask.today.isoformat()}"
    if not await tell(ask.uow, "late_reminder", about, person.id, now=ask.now, once=once):
        raise Fault(f"{person.name} was reminded today already, so nothing was sent.")
    details = {"duties": len(found)}
    await ask.uow.trail.record(
        about, "remind_member", actor=ask.actor.id, now=ask.now, details=details
    )
    line = f"{person.name} has been reminded of {len(found)}."
    view = Ref("person", ask.actor.id)
    return Answer(view="my_team", about=view, notice=line, line=line)


def late(duties: Sequence[Duty], today: date) -> list[Duty]:
    """Those whose day is over."""
    return [duty for duty in duties if local_day(duty.due_at) < today]


async def _member(look: Look, person: Person, duties: Sequence[Duty]) -> Member:
    behind = late(duties, look.today)
    worst = await describe(look.uow, look.council, behind[0]) if behind else None
    days = -look.council.days_left(look.today, local_day(behind[0].due_at)) if behind else 0
    soon = [duty for duty in duties if look.today <= local_day(duty.due_at) <= look.today + WEEK]
    return Member(
        ref=Ref("member", person.id),
        name=person.name,
        late=len(behind),
        longest_late=max(days, 0),
        soon=len(soon),
        open=len(duties),
        worst=worst.text if worst else "",
        note=await _note(look, person),
        reminded_on=await _reminded_on(look, person) if behind else None,
    )


async def _note(look: Look, person: Person) -> str:
    absence = person.absence_on(look.today)
    if absence is None:
        return ""
    cover = await look.uow.people.get(absence.cover) if absence.cover else None
    return f"away, {cover.name} covers" if cover else "away, nobody covers"


async def _reminded_on(look: Look, person: Person) -> date | None:
    """Today, where the reader has reminded them today."""
    about = Ref("reminder", f"{look.reader.id}~{person.id}")
    entries = await look.uow.trail.of(about)
    today = [one for one in entries if local_day(one.at) == look.today]
    return look.today if today else None


async def _late_line(look: Look, duty: Duty) -> DigestLine | None:
    found = await describe(look.uow, look.council, duty)
    if found is None:
        return None
    due = local_day(duty.due_at)
    return DigestLine(
        ref=duty.ref,
        version=duty.version,
        text=found.text,
        detail=found.detail,
        due=due,
        working_days_late=max(0, -look.council.days_left(look.today, due)),
    )
