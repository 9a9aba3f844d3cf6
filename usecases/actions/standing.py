"""Who may see an action, and who may add one."""

from __future__ import annotations

from datetime import date

from domain.actions.action import Action
from domain.actions.people import keepers, related
from domain.frameworks.parts import Relation
from domain.people.lines import manages
from domain.people.person import Person
from usecases.actions.around import Around, above, covered
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.ports import UnitOfWork

TOLD: tuple[Relation, ...] = (
    "team_manager",
    "line_manager",
    "service_manager",
    "iro",
    "cp_chair",
)
"""Who besides the auditors may add something to an audit's actions."""


async def may_see(uow: UnitOfWork, council: Council, of: Around, person: Person) -> bool:
    """Its owner, the line above, whoever signs or added it, the parties of its audit, QA."""
    action = of.action
    if council.coordinates(person):
        return True
    parties = {action.owner, action.added_by, *of.deciders, *keepers(of.rule, of.people, of.today)}
    if action.source is None:  # what came of a worry is not the worker's to read
        parties |= set(related((*of.rule.copied_to, "worker"), of.case, of.people))
    if action.audit_id:
        seats = await uow.audits.seats_of(action.audit_id)
        parties |= {seat.holder for seat in seats if seat.holder}
    stands = covered(person, of.people, of.today)
    return not stands.isdisjoint(parties) or any(
        above(of.people[each], action.owner, of.people) for each in sorted(stands)
    )


async def audits_here(uow: UnitOfWork, scene: Scene, person: Person, today: date) -> bool:
    """Whether somebody works on a seat of the audit, or stands in for whoever does."""
    for seat in scene.seats:
        if await holds_seat(uow, person, seat, today):
            return True
    return False


async def may_add(uow: UnitOfWork, council: Council, scene: Scene, person: Person) -> bool:
    """Besides the auditors: those who run cycles, and managers who were told of the audit."""
    if council.coordinates(person):
        return True
    return person.id in related(TOLD, scene.case, await uow.people.all())


async def adds_alone(uow: UnitOfWork, council: Council, person: Person) -> bool:
    """Managers and those who run cycles."""
    if council.coordinates(person):
        return True
    people = await uow.people.all()
    return any(manages(person, other, people) for other in people.values())


async def scene_of(uow: UnitOfWork, council: Council, action: Action) -> Scene | None:
    """The audit of an action; None where it came from none."""
    return await scene_of_audit(uow, council, action.audit_id) if action.audit_id else None
