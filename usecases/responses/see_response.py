"""Look at it again; when Teams shows the card to somebody, that is noted (SOM-42: read receipt)."""

from __future__ import annotations

from datetime import datetime

from domain.people.person import Person
from domain.refs import Ref
from domain.responses.response import Step, StepKind
from usecases.asking import Answer, Ask, verb
from usecases.ports import UnitOfWork
from usecases.responses.matter import matter_of, view_of


@verb(subject="response", past="looked at it")
async def see_response(ask: Ask) -> Answer:
    """The card as it is now; nothing else changes."""
    response = await ask.uow.responses.get(ask.ref.number)
    matter = await matter_of(ask.uow, ask.council, response, ask.now)
    await note_opened(ask.uow, ask.actor, ask.ref, ask.now)
    return Answer(view=view_of(matter.response), about=ask.ref)


async def note_opened(uow: UnitOfWork, person: Person, about: Ref, now: datetime) -> None:
    """The first time that Teams showed the card to somebody; of other cards nothing is noted."""
    response = await uow.responses.get(about.number) if about.kind == "response" else None
    if response is None or person.id not in response.parties:
        return
    once = f"opened/{person.id}"
    step = Step(kind=StepKind.OPENED, person_id=person.id, at=now, once=once)
    _, new = await uow.responses.note(response, [step])
    if new:
        await uow.outbox.refresh(response.ref, now=now)
