"""Tells people, and writes down that they were told: each occasion once, for good."""

from __future__ import annotations

from collections.abc import Iterable

from domain.calendar.working_days import end_of_day, local_day
from domain.duties import NewDuty
from domain.responses.response import Part, Step, StepKind
from usecases.coordinating import coordinators
from usecases.responses.matter import Matter, view_of
from usecases.showing import tell

ANSWER = "answer_response"
READ = "read_response"


async def tell_them(
    matter: Matter, people: Iterable[str], part: Part, kind: StepKind, occasion: str
) -> Matter:
    """The card anew to each of them, urgently; whoever must act gets a duty."""
    response = matter.response
    steps = [
        Step(
            kind=kind,
            person_id=each,
            part=part,
            at=matter.now,
            once=f"{occasion}/{each}",
            round=response.round,
        )
        for each in dict.fromkeys(people)
    ]
    noted, new = await matter.uow.responses.note(response, steps)
    for step in new:
        await tell(
            matter.uow,
            view_of(response),
            response.ref,
            step.person_id,
            now=matter.now,
            once=step.once,
        )
        if part in {Part.ANSWERS, Part.DECIDES}:
            await _owes(matter, step.person_id)
    return matter.with_(noted)


async def _owes(matter: Matter, person_id: str) -> None:
    due = matter.response.due_at or end_of_day(local_day(matter.now))
    duty = NewDuty(kind=ANSWER, subject=matter.response.ref, holder=person_id, due_at=due)
    await matter.uow.duties.open(duty, matter.now)


async def tell_first(matter: Matter) -> Matter:
    """Whoever must answer, then whoever must know; somebody always gets it.

    Where nobody of the record can be found it goes to those who hear of a breach, and at the
    last to those who run cycles.
    """
    terms, reach = matter.terms, matter.reach
    answers = reach.of_relations(terms.answered_by) + reach.of_roles(terms.told_roles)
    if not set(answers) & reach.reachable:
        answers += await last_resort(matter)
    knows = [each for each in reach.of_relations(terms.told) if each not in answers]
    told = await tell_them(matter, answers, Part.ANSWERS, StepKind.TOLD, "told")
    told = await tell_them(told, knows, Part.KNOWS, StepKind.TOLD, "told")
    raiser = [] if matter.response.raised_by in {*answers, *knows} else [matter.response.raised_by]
    return await tell_them(told, raiser, Part.KNOWS, StepKind.TOLD, "told")


async def last_resort(matter: Matter) -> list[str]:
    """Those who hear of a breach; where the council names none, those who run cycles."""
    found = matter.reach.of_roles(matter.terms.breach_told)
    if set(found) & matter.reach.reachable:
        return found
    running = await coordinators(matter.uow, matter.council, matter.now)
    return found + [person.id for person in running]
