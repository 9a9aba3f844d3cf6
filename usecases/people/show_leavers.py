"""Who has left, what became of theirs, and naming somebody who takes it over."""

from __future__ import annotations

from datetime import timedelta

from cards.people.leaver import Leaver, LeftLine
from cards.people.leavers import GoneLine, Leavers
from domain.calendar.wording import say_list
from domain.calendar.working_days import local_day
from domain.duties import Duty
from domain.faults import Fault
from domain.people.lines import manages
from domain.people.person import Person
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.agenda.handing_over import hands_of
from usecases.asking import Answer, Ask, Subject, subject, verb
from usecases.people.duties import describe
from usecases.people.heirs import given_to
from usecases.people.leavers import (
    ALL,
    LEAVER,
    LEAVERS,
    leaver_ref,
    passed_on,
    stand_in_for_good,
    successor,
)
from usecases.showing import Look, shows, tell

MOST_CHOICES = 80
LATELY = timedelta(days=92)
"""How long somebody who has left stands in the list, while something of theirs is to do."""


@shows(LEAVERS)
async def show_leavers(look: Look) -> Leavers | None:
    """For those who run cycles; None for others."""
    if not look.council.coordinates(look.reader):
        return None
    people = await look.uow.people.all()
    since = look.today - LATELY
    lately = [one for one in people.values() if one.left_on and since < one.left_on <= look.today]
    found = [line for one in lately if (line := await _gone(look, one))]
    return Leavers(
        ref=ALL,
        version=1,
        today=look.today,
        gone=tuple(sorted(found, key=lambda one: (-one.left_on.toordinal(), one.name))),
        notice=look.notice or None,
    )


async def _gone(look: Look, leaver: Person) -> GoneLine | None:
    duties = await passed_on(look.uow, leaver)
    if leaver.left_on is None or not duties:
        return None
    people = await look.uow.people.all()
    names = dict.fromkeys(people[duty.holder].name for duty in duties)
    return GoneLine(
        ref=leaver_ref(leaver.id),
        name=leaver.name,
        left_on=leaver.left_on,
        duties=len(duties),
        to=say_list(list(names)) if len(names) <= 2 else f"{len(names)} people",
    )


@shows(LEAVER)
async def show_leaver(look: Look) -> Leaver | None:
    """For those who run cycles, those above, and whoever has something of it; None for others."""
    leaver = await look.uow.people.get(look.about.key)
    if leaver is None or leaver.here_on(look.today):
        return None
    people = await look.uow.people.all()
    decides = look.council.coordinates(look.reader) or manages(look.reader, leaver, people)
    duties = await passed_on(look.uow, leaver)
    if not (decides or any(duty.holder == look.reader.id for duty in duties)):
        return None
    instead = await successor(look.uow, look.council, leaver, look.now)
    left = [await _line(look, duty, people[duty.holder]) for duty in duties]
    return Leaver(
        ref=look.about,
        version=1,
        reader=Ref("person", look.reader.id),
        who=leaver.name,
        left=tuple(line for line in left if line),
        to=instead.name if instead else "",
        choices=_choices(look, leaver, list(people.values())) if decides else (),
        notice=look.notice or None,
        field=look.field,
    )


async def _line(look: Look, duty: Duty, holder: Person) -> LeftLine | None:
    found = await describe(look.uow, look.council, duty)
    if found is None:
        return None
    mine = duty.holder == look.reader.id
    return LeftLine(
        text=found.text,
        detail=found.detail,
        due=local_day(duty.due_at),
        to=holder.name,
        ref=duty.ref if mine else None,
        version=duty.version,
    )


def _choices(look: Look, leaver: Person, people: list[Person]) -> tuple[tuple[str, str], ...]:
    here = [one for one in people if one.id != leaver.id and one.here_on(look.today)]
    near = sorted(here, key=lambda one: (one.team != leaver.team, one.name, one.id))
    return tuple((one.id, look.council.describe(one)) for one in near[:MOST_CHOICES])


@subject(LEAVER)
async def find_leaver(ask: Ask) -> Subject | None:
    """One who has left; those who run cycles and those above decide who takes over."""
    leaver = await ask.uow.people.get(ask.ref.key)
    if leaver is None:
        return None
    found = {Relation.COLLEAGUE}
    if ask.council.coordinates(ask.actor):
        found.add(Relation.COORDINATOR)
    if manages(ask.actor, leaver, await ask.uow.people.all()):
        found.add(Relation.HOLDER)
    return Subject(
        version=1, relations=frozenset(found), view=LEAVER, about=ask.ref, what="What was left"
    )


@verb(subject=LEAVER)
async def open_leaver(ask: Ask) -> Answer:
    """What was theirs, in place of the pressed card."""
    return Answer(view=LEAVER, about=ask.ref)


@verb(subject=LEAVER, past="named who takes over")
async def name_successor(ask: Ask) -> Answer:
    """They get what is still with whoever stood in; raises Fault where nobody is chosen.

    What changes hands by rules of its own goes only where these allow it.
    """
    people = await ask.uow.people.all()
    leaver, to = people[ask.ref.key], people.get(ask.typed("person").strip())
    if leaver.here_on(ask.today):
        raise Fault(f"{leaver.name} is in the staff list again, so nothing was changed.")
    if to is None or to.id == leaver.id or not to.here_on(ask.today):
        raise Fault("Please choose who takes over. Nothing was changed.", field="person")
    before = await successor(ask.uow, ask.council, leaver, ask.now)
    await stand_in_for_good(ask.uow, leaver, to, ask.now, actor=ask.actor.id)
    theirs = [d for d in await passed_on(ask.uow, leaver) if before and d.holder == before.id]
    moved = sum([await _gives(ask, duty, to) for duty in theirs if to.id != duty.holder])
    if moved:
        about = leaver_ref(leaver.id)
        await tell(ask.uow, LEAVER, about, to.id, now=ask.now, once=f"took {ask.now.isoformat()}")
    await ask.uow.outbox.refresh(ask.ref, ALL, now=ask.now)
    stay = len(theirs) - moved
    rest = f" {stay} may not be theirs and stayed." if stay else ""
    line = f"{to.name} takes over; {moved} went to them.{rest}"
    return Answer(view=LEAVER, about=ask.ref, changed=(ask.ref,), notice=line, line=line)


async def _gives(ask: Ask, duty: Duty, to: Person) -> bool:
    hands = hands_of(duty.kind)
    if hands is None:
        return await ask.uow.duties.hand_on(duty, given_to(duty, to.id), ask.now)
    able = await hands.candidates(ask.uow, ask.council, duty, ask.today)
    if to.id not in {one.id for one in able}:
        return False
    await hands.give(ask, duty, to.id)
    return True
