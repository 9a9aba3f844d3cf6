"""An action changes hands: the new owner gets it with all that was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.actions.action import Action, NoteKind
from domain.duties import Duty, DutyState
from domain.faults import Fault, NotFoundFault
from domain.people.person import Person
from usecases.actions.around import COMPLETE
from usecases.actions.doing import noted
from usecases.actions.outgoing import give_to_owner
from usecases.agenda.handing_over import changes_hands
from usecases.asking import Ask
from usecases.council import Council
from usecases.ports import UnitOfWork


async def may_own(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Everybody here: the action's team first, then its service."""
    del council
    action = await uow.actions.get(duty.subject.number)
    if action is None:
        return []
    people = (await uow.people.all()).values()
    here = [one for one in people if one.here_on(today) and one.id != action.owner]
    return sorted(here, key=lambda one: (_far(one, action), one.name, one.id))


def _far(person: Person, action: Action) -> int:
    if person.team and person.team == action.team:
        return 0
    return 1 if person.service and person.service == action.service else 2


@changes_hands(COMPLETE, candidates=may_own)
async def give_action(ask: Ask, duty: Duty, person_id: str) -> Person:
    """Its day stays; a later day that was asked for is not asked for any more."""
    action = await ask.uow.actions.get(duty.subject.number)
    taker = (await ask.uow.people.all()).get(person_id)
    if action is None:
        raise NotFoundFault
    if taker is None or not taker.here_on(ask.today) or taker.id == action.owner:
        raise Fault("Please choose who has it. Nothing was changed.", field="person")
    note = noted(ask, action, NoteKind.HANDED_OVER, f"{ask.actor.name} decided so")
    said = await ask.uow.actions.note(action, note)
    saved = await ask.uow.actions.save(replace(said, owner=taker.id, asked_due=None))
    await ask.uow.duties.close(saved.ref, DutyState.HANDED_OVER, ask.now, kinds=(COMPLETE,))
    await give_to_owner(ask.uow, saved, ask.now, once=f"handed{saved.version}")
    await ask.uow.outbox.refresh(saved.ref, now=ask.now)
    return taker
