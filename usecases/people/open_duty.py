"""Open what a line of the work list is about."""

from __future__ import annotations

from domain.faults import NotFoundFault
from domain.focus import Focus
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.people.duties import describe
from usecases.showing import tell


@verb(subject="duty")
async def open_duty(ask: Ask) -> Answer:
    """Post the card on which the duty is done, below in the chat."""
    duty = await ask.uow.duties.get(ask.ref.number)
    found = await describe(ask.uow, ask.council, duty) if duty else None
    if found is None:
        raise NotFoundFault
    await tell(ask.uow, found.view, found.about, ask.actor.id, now=ask.now)
    focus = Focus(kind=found.view, subject=found.about)
    await ask.uow.focuses.set(ask.actor.id, focus, ask.now)
    about = Ref("person", ask.actor.id)
    return Answer(view="my_work", about=about, line=f"{found.text}: here it is.")
