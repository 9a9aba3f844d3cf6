"""How people, their words and their duties are found."""

from __future__ import annotations

from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Ask, Subject, subject
from usecases.standing import stands_for

NOT_VERSIONED = 1


@subject("person")
async def find_person(ask: Ask) -> Subject | None:
    """A person; only they themselves may press what is about them."""
    if await ask.uow.people.get(ask.ref.key) is None:
        return None
    mine = ask.ref.key == ask.actor.id
    found = {Relation.COLLEAGUE} | ({Relation.SELF} if mine else set())
    return Subject(
        version=NOT_VERSIONED,
        relations=frozenset(found),
        view="my_work",
        about=Ref("person", ask.actor.id),
        what="Your work",
    )


@subject("duty")
async def find_duty(ask: Ask) -> Subject | None:
    """A duty, shown in its holder's list."""
    duty = await ask.uow.duties.get(ask.ref.number)
    if duty is None:
        return None
    found = {Relation.COLLEAGUE}
    if await stands_for(ask.uow, ask.actor, duty.holder, ask.today):
        found.add(Relation.HOLDER)
    return Subject(
        version=duty.version,
        relations=frozenset(found),
        view="my_work",
        about=Ref("person", ask.actor.id),
        what="Your work",
    )
