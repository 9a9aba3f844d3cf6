"""I have it: one press, which no change in between makes stale."""

from __future__ import annotations

from domain.calendar.wording import say_when
from domain.faults import Fault, MovedOnFault, NotFoundFault
from domain.responses.response import Part, ResponseState, Step, StepKind
from usecases.asking import Answer, Ask, verb
from usecases.responses.matter import Matter, changed_refs, matter_of, view_of
from usecases.responses.standing import covered_by


@verb(subject="response", past="has it")
async def acknowledge_response(ask: Ask) -> Answer:
    """End the ladder; gentle reminders go on until it is answered.

    Where the clock moved it in the same moment, the word is given once more: it must not be lost.
    """
    try:
        matter = await take_it(ask, await running_matter(ask))
    except MovedOnFault:
        await ask.uow.rollback()
        matter = await take_it(ask, await running_matter(ask))
    line = f"You have {matter.response.number}. {_by(matter)}"
    changed = changed_refs(matter.response)
    view = view_of(matter.response)
    return Answer(view=view, about=matter.response.ref, changed=changed, line=line)


async def running_matter(ask: Ask) -> Matter:
    """What is asked about, while somebody must still act; raises Fault afterwards."""
    response = await ask.uow.responses.get(ask.ref.number)
    if response is None:
        raise NotFoundFault
    matter = await matter_of(ask.uow, ask.council, response, ask.now)
    if not response.running:
        raise Fault("This is answered already, so nothing was changed. You can still read it.")
    return matter


async def take_it(ask: Ask, matter: Matter) -> Matter:
    """Note who has it; of an incident everybody must have said so (E-82)."""
    ids = await covered_by(ask.uow, ask.actor, matter.response, ask.today)
    holds = [each for each in matter.response.people(Part.ANSWERS) if each in ids]
    instead = next((each for each in holds if each != ask.actor.id), "")
    step = Step(
        kind=StepKind.ACKNOWLEDGED,
        person_id=ask.actor.id,
        at=ask.now,
        once=f"has/{matter.response.round}/{ask.actor.id}",
        round=matter.response.round,
        said={"for": instead} if instead and ask.actor.id not in holds else {},
    )
    noted, new = await ask.uow.responses.note(matter.response, [step])
    matter = matter.with_(noted)
    enough = not (matter.terms.all_must and noted.waits_for)
    if not new:
        return matter
    if enough and noted.state is ResponseState.OPEN:
        matter = await matter.save(state=ResponseState.ACKNOWLEDGED, since=ask.now, rung=0)
    else:
        matter = await matter.save()
    await matter.record("acknowledge_response", actor=ask.actor.id)
    return matter


def _by(matter: Matter) -> str:
    due = matter.response.due_at
    return (
        f"Answer it by {say_when(due, matter.reach.today)}."
        if due
        else "Answer it as soon as you can."
    )
