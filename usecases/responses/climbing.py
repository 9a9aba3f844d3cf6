"""The clock's part: told again, one level up, overdue, reminded, talked about in supervision.

A step that was missed, because nothing ran, is made up for: every level that should have heard
hears now, each person once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.faults import MovedOnFault, NotFoundFault
from domain.frameworks.timing import Ladder
from domain.responses.response import Part, Response, ResponseState, Sort, StepKind
from domain.responses.times import next_at
from usecases.coordinating import coordinators
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.responses.deciders import remind_of_review
from usecases.responses.matter import Matter, changed_refs, matter_of
from usecases.responses.talking import ask_for_talk
from usecases.responses.telling import last_resort, tell_them
from usecases.responses.writing import nudge_writer

MOST_RUNGS = 200
"""Made up for at once; what is older stays due and comes with the next look."""


async def move_responses(uow: UnitOfWork, council: Council, now: datetime) -> int:
    """Whatever is due; safe to repeat, also on two replicas at once. The caller commits."""
    broken: set[int] = set()
    while True:
        number, moved = 0, 0
        try:
            for number in await uow.responses.due(now):
                if number not in broken:
                    moved += await _move(uow, council, number, now)
        except Exception:
            # it stays due, so the watchdog reports it; the others begin again without it
            if not number or number in broken:
                raise
            await uow.rollback()
            broken.add(number)
        else:
            return moved


async def _move(uow: UnitOfWork, council: Council, number: int, now: datetime) -> int:
    response = await uow.responses.get(number)
    if response is None:
        return 0
    try:
        if response.state is ResponseState.DRAFT:
            return await nudge_writer(uow, council, response, now)
        return await _step(await matter_of(uow, council, response, now))
    except (MovedOnFault, NotFoundFault):  # somebody has just answered it
        return 0


async def _step(matter: Matter) -> int:
    """The row is written first: whoever comes second finds its version moved, and tells nobody."""
    response = matter.response
    if response.state is ResponseState.CLOSED:
        await ask_for_talk(matter)
        return 1
    if response.sort is Sort.INCIDENT and response.state is ResponseState.ANSWERED:
        await remind_of_review(matter)
        return 1
    breach = _is_overdue(response, matter.now)
    overdue_at = matter.now if breach else response.overdue_at
    rungs = _rungs(replace(response, overdue_at=overdue_at), matter.terms.ladder, matter.now)
    moved = await matter.save(overdue_at=overdue_at, rung=response.rung + len(rungs))
    moved = await _breach(moved) if breach else moved
    for rung in rungs:
        moved = await _up(moved, str(rung)) if _climbs(moved, rung) else moved
    if _out_of_reach(moved):
        moved = await _up(moved, "unreachable")
    if rungs:
        moved = await _again(moved)
    for ref in changed_refs(response):
        await moved.uow.outbox.refresh(ref, now=moved.now)
    await moved.record("move_response")
    return 1


def _is_overdue(response: Response, now: datetime) -> bool:
    if response.overdue_at or not response.running or response.due_at is None:
        return False
    return response.due_at <= now


def _rungs(response: Response, ladder: Ladder, now: datetime) -> list[int]:
    """The numbers of the rungs that are due; the cards go out once, for the last of them."""
    found: list[int] = []
    while len(found) < MOST_RUNGS:
        due = next_at(response, ladder)
        if due is None or due > now:
            break
        found.append(response.rung)
        response = replace(response, rung=response.rung + 1)
    return found


async def _breach(matter: Matter) -> Matter:
    """The next level at once, and those who run cycles; it stays open until answered (E-92)."""
    occasion = f"overdue/{matter.response.round}"
    heard = matter.reach.of_roles(matter.terms.breach_told)
    heard = heard or matter.reach.above(matter.response.people(Part.ANSWERS))
    on_it = (*heard, *matter.response.people(Part.ANSWERS))
    told = await tell_them(matter, on_it, Part.ANSWERS, StepKind.OVERDUE, occasion)
    running = await coordinators(told.uow, told.council, told.now)
    others = [person.id for person in running if person.id not in on_it]
    return await tell_them(told, others, Part.KNOWS, StepKind.OVERDUE, occasion)


def _climbs(matter: Matter, rung: int) -> bool:
    """Whether a rung goes up: after the last repeat, while nobody says "I have it"."""
    is_open = matter.response.state is ResponseState.OPEN
    return is_open and matter.terms.climbs and rung >= len(matter.terms.ladder.again)


def _out_of_reach(matter: Matter) -> bool:
    """Whether Teams can reach none of those who must act."""
    if matter.response.state is not ResponseState.OPEN:
        return False
    return not set(matter.response.people(Part.ANSWERS)) & matter.reach.reachable


async def _up(matter: Matter, rung: str) -> Matter:
    """One level up; at the top those who hear of a breach, then those who run cycles."""
    on_it = matter.response.people(Part.ANSWERS)
    above = matter.reach.above(on_it)
    higher = above or [each for each in await last_resort(matter) if each not in on_it]
    occasion = f"up/{matter.response.round}/{rung}"
    return await tell_them(matter, higher, Part.ANSWERS, StepKind.UP, occasion)


async def _again(matter: Matter) -> Matter:
    """Once more to whoever has not said "I have it" (E-82), or gently to whoever has."""
    response = matter.response
    occasion = f"again/{response.round}/{response.state}/{response.rung}"
    if response.state is ResponseState.ANSWERED:
        reader = [response.raised_by]
        return await tell_them(matter, reader, Part.KNOWS, StepKind.REMINDED, occasion)
    has_it = response.state is ResponseState.ACKNOWLEDGED
    said = response.of_kind(StepKind.ACKNOWLEDGED, round=response.round)
    asked = [step.person_id for step in said] if has_it else response.waits_for
    told_now = {s.person_id for s in response.steps if s.at == matter.now}
    kind = StepKind.REMINDED if has_it else StepKind.AGAIN
    fresh = [each for each in asked if each not in told_now]
    return await tell_them(matter, fresh, Part.ANSWERS, kind, occasion)
