"""An observation changes hands while nothing is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.duties import Duty, DutyState
from domain.faults import Fault, NotFoundFault
from domain.observations.observation import ObservationState
from domain.people.person import Person
from usecases.agenda.handing_over import changes_hands
from usecases.asking import Ask
from usecases.council import Council
from usecases.observations.steps import OBSERVE, hand_out
from usecases.ports import UnitOfWork


async def may_observe(uow: UnitOfWork, council: Council, duty: Duty, today: date) -> list[Person]:
    """Whoever has a role of the present observer, but for those two."""
    del council
    found = await uow.observations.get(duty.subject.number)
    people = await uow.people.all()
    if found is None or found.observer not in people:
        return []
    roles = people[found.observer].roles
    both = {found.observer, found.observed}
    able = [one for one in people.values() if one.holds(roles) and one.here_on(today)]
    return sorted((one for one in able if one.id not in both), key=lambda one: (one.name, one.id))


@changes_hands(OBSERVE, candidates=may_observe)
async def give_observation(ask: Ask, duty: Duty, person_id: str) -> Person:
    """The new observer gets the form."""
    found = await ask.uow.observations.get(duty.subject.number)
    if found is None or found.state is not ObservationState.ASSIGNED:
        raise NotFoundFault
    able = await may_observe(ask.uow, ask.council, duty, ask.today)
    taker = next((one for one in able if one.id == person_id), None)
    if taker is None:
        raise Fault("Please choose who observes. Nothing was changed.", field="person")
    await ask.uow.duties.close(found.ref, DutyState.HANDED_OVER, ask.now, kinds=(OBSERVE,))
    saved = await ask.uow.observations.save(replace(found, observer=taker.id))
    await hand_out(ask.uow, saved, ask.now, actor=ask.actor.id)
    return taker
