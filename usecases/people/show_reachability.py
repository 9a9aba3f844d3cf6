"""Who can be reached, for those who run cycles; and telling them when somebody is lost."""

from __future__ import annotations

from datetime import datetime

from cards.people.reachability import LostLine, Reachability
from domain.calendar.working_days import local_day
from domain.people.reach import OutOfReach
from domain.people.standing_in import stand_in
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.coordinating import tell_coordinators
from usecases.council import Council
from usecases.nudges.quiet import is_quiet
from usecases.people.reachability import who_cannot_be_reached
from usecases.ports import UnitOfWork
from usecases.showing import Look, shows

ALL = Ref("reachability", "all")


@shows("reachability")
async def show_reachability(look: Look) -> Reachability | None:
    """As it is now; None for anybody who runs no cycles."""
    if not look.council.coordinates(look.reader):
        return None
    people = await look.uow.people.all()
    lost = await who_cannot_be_reached(look.uow, look.now)
    names = {one.person.id for one in lost}

    def line(one: OutOfReach) -> LostLine:
        instead = stand_in(one.person, people, look.today, names)
        return LostLine(
            name=one.person.name,
            why=one.why,
            team=one.person.team,
            open_duties=one.open_duties,
            to=instead.name if instead else "",
        )

    return Reachability(
        ref=ALL,
        version=1,
        today=look.today,
        staff=sum(person.here_on(look.today) for person in people.values()),
        lost=tuple(line(one) for one in lost),
        notice=look.notice or None,
    )


@verb(subject="reachability")
async def open_reachability(ask: Ask) -> Answer:
    """The same card, as it is now."""
    return Answer(view="reachability", about=ask.ref)


async def tell_of_lost(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Whoever runs cycles hears of everybody who turned out unreachable; gives how many.

    Not in quiet hours. One card a day, brought up to date in place: a cycle that opens may lose
    many at once. The caller commits.
    """
    untold = {} if is_quiet(council, now) else await uow.reach.untold()
    if not untold:
        return 0
    once = f"lost {local_day(now).isoformat()}"
    await tell_coordinators(uow, council, "reachability", ALL, now, once=once)
    await uow.outbox.refresh(ALL, now=now)
    for person_id in sorted(untold):
        await uow.reach.told(person_id, now)
    return len(untold)
