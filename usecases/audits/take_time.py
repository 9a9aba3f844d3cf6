"""An auditor takes one of the times that the worker suggested."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.wording import say_moment
from domain.faults import Fault
from usecases.asking import Answer, Ask, verb
from usecases.audits.holding import holds_seat
from usecases.audits.noticing import keep, notice_for, talkers
from usecases.talks.booking import book_with_worker


@verb(subject="notice", past="took the first time")
async def take_first_time(ask: Ask) -> Answer:
    """Agree the worker's first choice."""
    return await _take(ask, 0)


@verb(subject="notice", past="took the second time")
async def take_second_time(ask: Ask) -> Answer:
    """Agree the worker's second choice."""
    return await _take(ask, 1)


async def _take(ask: Ask, choice: int) -> Answer:
    scene, notice = await notice_for(ask)
    if not any([await holds_seat(ask.uow, ask.actor, seat, ask.today) for seat in talkers(scene)]):
        raise Fault("The worker suggested times to somebody else. Nothing was changed.")
    if choice >= len(notice.times):
        raise Fault("That time is not on offer any more. Nothing was changed.")
    agreed = notice.times[choice]
    if agreed <= ask.now:
        raise Fault("That time is over already. Please agree another one with the worker.")
    action = ("take_first_time", "take_second_time")[choice]
    await keep(ask, replace(notice, agreed=agreed), action)
    await book_with_worker(ask, scene, agreed, notice.person_id)
    line = f"You talk at {say_moment(agreed)}. The worker can see it."
    return Answer(view="times_suggested", about=ask.ref, changed=(ask.ref,), line=line)
