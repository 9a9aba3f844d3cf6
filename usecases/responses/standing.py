"""Who may raise something about a record, and who has which part in what was raised."""

from __future__ import annotations

from datetime import date

from domain.cases.case import Case
from domain.people.lines import managers_of
from domain.people.on_record import on_record
from domain.people.person import Person
from domain.permissions.relations import Relation
from domain.responses.response import Part, Response
from usecases.asking import Ask
from usecases.cycles.starting import OF_THE_RECORD
from usecases.ports import UnitOfWork
from usecases.standing import stands_for


async def may_raise(ask: Ask, case: Case) -> bool:
    """Anybody on the record, in an audit of it, or running cycles; their covers too."""
    if ask.council.coordinates(ask.actor):
        return True
    people = await ask.uow.people.all()
    around = set(on_record(OF_THE_RECORD, case, people))
    around |= await ask.uow.responses.auditors_of(case.ref)
    if worker := people.get(case.worker or ""):
        around |= {each.id for each in managers_of(worker, people)}
    for person_id in sorted(around):
        if await stands_for(ask.uow, ask.actor, person_id, ask.today):
            return True
    return False


async def covered_by(uow: UnitOfWork, person: Person, response: Response, today: date) -> set[str]:
    """The person, and those of its parties for whom they stand today."""
    own = {person.id}
    for each in response.parties:
        if await stands_for(uow, person, each, today):
            own.add(each)
    return own


async def relations_to(ask: Ask, response: Response, *parts: Part) -> frozenset[Relation]:
    """How the asking person stands to it; ``HOLDER`` for those with one of the parts."""
    ids = await covered_by(ask.uow, ask.actor, response, ask.today)
    has = response.parts_of(ids)
    found = {Relation.COLLEAGUE}
    if has & set(parts):
        found.add(Relation.HOLDER)
    if ids & set(response.parties):
        found.add(Relation.TOLD)
    return frozenset(found)
