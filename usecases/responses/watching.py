"""The watchdog: is any urgent step late, and who can act where it is?

It runs with the dispatcher, not with the clock whose silence it has to notice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.faults import NotFoundFault
from domain.refs import Ref
from domain.responses.response import Part, Response
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.responses.matter import Matter, matter_of
from usecases.showing import tell

LATE_AFTER = timedelta(seconds=60)
VIEW = "response_late"


async def overdue_steps(uow: UnitOfWork, now: datetime) -> int:
    """How many steps and urgent cards should have gone out a minute ago, and have not."""
    return await uow.responses.overdue(now - LATE_AFTER)


async def report_overdue(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Tell those who can act of every alert that stands still, once for each time that it does.

    Gives how many cards were queued. The caller commits.
    """
    told = 0
    for number in await uow.responses.late(now - LATE_AFTER):
        once, people = await _whom(uow, council, number, now)
        for person_id in people:
            # about itself, not about the response, whose ledger counts its own cards
            told += await tell(uow, VIEW, Ref(VIEW, str(number)), person_id, now=now, once=once)
    return told


async def _whom(
    uow: UnitOfWork, council: Council, number: int, now: datetime
) -> tuple[str, list[str]]:
    """For which occasion whom to tell; of one that cannot be read those who run cycles."""
    response = await readable(uow, number)
    if response is None:
        running = await coordinators(uow, council, now)
        return "unreadable", [person.id for person in running]
    try:
        matter = await matter_of(uow, council, response, now)
    except NotFoundFault:  # only begun, or its record is gone
        return "", []
    once = f"late/{response.round}/{response.rung}/{response.state}"
    return once, await who_can_act(matter) if response.running else []


async def readable(uow: UnitOfWork, number: int) -> Response | None:
    """The response, or None where it cannot be read: a lost key must not silence the watchdog."""
    try:
        return await uow.responses.get(number)
    except Exception:  # noqa: BLE001 - whatever is wrong with one row, somebody has to hear of it
        return None


async def who_can_act(matter: Matter) -> list[str]:
    """Those who must answer it, those who hear of a breach, those who run cycles."""
    answers = matter.response.people(Part.ANSWERS)
    heard = matter.reach.of_roles(matter.terms.breach_told)
    running = await coordinators(matter.uow, matter.council, matter.now)
    return list(dict.fromkeys((*answers, *heard, *(person.id for person in running))))
