"""Who decides after an incident, and the countdown to the rapid review (SOM-44, SOM-45)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from domain.calendar.working_days import LONDON, local_day
from domain.responses.response import Part, Response, ResponseState, Step, StepKind
from domain.responses.rules import stage
from usecases.responses.matter import Matter
from usecases.responses.telling import tell_them

FIRST_HOUR = time(9, 0)
DAYS_BEFORE = (7, 2, 0)  # no document says; as the product reminds of everything (E-03)


async def appoint_deciders(matter: Matter) -> Matter:
    """The first role that decides records it, the others agree; nobody else is told."""
    rule = stage(matter.council.framework, "decision", matter.response.rule)
    if rule is None:
        return matter
    first, *others = rule.decided_by
    moved = await _appoint(matter, [first], Part.DECIDES)
    return await _appoint(moved, others, Part.AGREES)


async def _appoint(matter: Matter, roles: Iterable[str], part: Part) -> Matter:
    """Their part; whoever was not told yet gets the card with it."""
    people = matter.reach.of_roles(roles)
    known = [each for each in people if each in matter.response.parties]
    steps = [
        Step(
            kind=StepKind.TOLD,
            person_id=each,
            part=part,
            at=matter.now,
            once=f"{part}/{each}",
        )
        for each in known
    ]
    noted, _ = await matter.uow.responses.note(matter.response, steps)
    others = [each for each in people if each not in known]
    return await tell_them(matter.with_(noted), others, part, StepKind.TOLD, str(part))


async def tell_of_review(matter: Matter, way: str) -> Matter:
    """Whoever arranges the review knows of it from now on."""
    rule = stage(matter.council.framework, "review", way)
    if rule is None:
        return matter
    people = [e for e in matter.reach.of_roles(rule.told) if e not in matter.response.parties]
    return await tell_them(matter, people, Part.KNOWS, StepKind.TOLD, "review")


def next_reminder(response: Response, now: datetime) -> datetime | None:
    """The morning on which the review is brought up next; daily once it is late."""
    due = response.review_due
    if due is None or response.state is not ResponseState.ANSWERED:
        return None
    if response.of_kind(StepKind.REVIEWED):
        return None
    ahead = [_morning(due - timedelta(days=before)) for before in DAYS_BEFORE]
    tomorrow = _morning(local_day(now) + timedelta(days=1))
    return next((moment for moment in ahead if moment > now), tomorrow)


async def remind_of_review(matter: Matter) -> None:
    """The card again to whoever decides and arranges, once a morning."""
    saved = await matter.save(next_at=next_reminder(matter.response, matter.now))
    response = saved.response
    if response.review_due is None or response.of_kind(StepKind.REVIEWED):
        return
    occasion = f"review/{local_day(saved.now)}"
    deciders = response.people(Part.DECIDES)
    await tell_them(saved, deciders, Part.DECIDES, StepKind.REMINDED, occasion)
    await saved.record("remind_of_review")


def _morning(day: date) -> datetime:
    return datetime.combine(day, FIRST_HOUR, LONDON)
